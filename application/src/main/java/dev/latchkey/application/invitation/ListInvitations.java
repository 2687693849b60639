package dev.latchkey.application.invitation;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.Part;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;

/** Shows who is asked into an organization and has not come yet. */
public final class ListInvitations {
  private final SentInvitations invitations;
  private final Entrance entrance;
  private final Paging paging;
  private final InstantSource clock;

  public ListInvitations(SentInvitations invitations, Entrance entrance, Paging paging, InstantSource clock) {
    this.invitations = invitations;
    this.entrance = entrance;
    this.paging = paging;
    this.clock = clock;
  }

  /** @throws dev.latchkey.domain.InvalidValue for the field {@code cursor}, if it isn't one of this list */
  public Outcome list(Actor actor, OrganizationId organization, PartRequest request) {
    return switch (entrance.admit(actor, organization, Permission.READ_MEMBERS)) {
      case Admission.Admitted admitted -> new Outcome.Found(admitted.place(), part(organization, request));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  private Part<Entry> part(OrganizationId organization, PartRequest request) {
    Instant now = clock.instant();
    return paging.read("invitations of " + organization.value(), request,
        (after, limit) -> invitations.of(organization, after, limit),
        sent -> sent.invitation().id().value()).map(sent -> new Entry(sent, sent.invitation().isExpiredAt(now)));
  }

  /** An invitation, and whether its link has expired. */
  public record Entry(SentInvitations.Sent sent, boolean expired) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** @param place where they are asked to, and as what the reader belongs there */
    record Found(SignedIn.Place place, Part<Entry> invitations) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
