package dev.latchkey.application.ssoinvitation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.invitation.InvitationLinks;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Slug;

/**
 * Tells whoever holds the link of an invitation whether the organization has an identity provider through which it can be
 * accepted. It uses nothing up: the invitation is accepted when the provider names the invited address.
 */
public final class OfferSso {
  private final InvitationLinks links;
  private final SsoConnections connections;
  private final UnitOfWork unitOfWork;

  public OfferSso(InvitationLinks links, SsoConnections connections, UnitOfWork unitOfWork) {
    this.links = links;
    this.connections = connections;
    this.unitOfWork = unitOfWork;
  }

  public Outcome offer(LinkToken token) {
    return unitOfWork.run(() -> switch (links.open(token)) {
      case InvitationLinks.Link.Good good -> offer(good.organization(), good.invitation().email());
      case InvitationLinks.Link.Dead dead -> new Outcome.LinkInvalid();
    });
  }

  private Outcome offer(Organization organization, EmailAddress email) {
    return connections.find(organization.id())
        .<Outcome>map(connection -> new Outcome.Offered(organization.slug(), email,
            organization.requirement().demandsSso()))
        .orElseGet(Outcome.NotOffered::new);
  }

  /** What the link is worth for single sign-on. */
  public sealed interface Outcome {
    /** @param demanded whether there is no other way */
    record Offered(Slug organization, EmailAddress email, boolean demanded) implements Outcome {}

    record NotOffered() implements Outcome {}

    /** Wrong, used, expired, revoked or not the newest: deliberately one answer. */
    record LinkInvalid() implements Outcome {}
  }
}
