package dev.latchkey.application.member;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.BreakGlassOwner;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.util.Optional;

/** Shows one member to owners and admins, and everybody themselves. */
public final class ReadMember {
  private final Members members;
  private final Owners owners;
  private final Entrance entrance;

  public ReadMember(Members members, Owners owners, Entrance entrance) {
    this.members = members;
    this.owners = owners;
    this.entrance = entrance;
  }

  public Outcome read(Actor actor, OrganizationId organization, MembershipId id) {
    return switch (entrance.admit(actor, organization, Permission.READ_MEMBERS)) {
      case Admission.Admitted admitted -> find(admitted.place(), id);
      case Admission.Denied denied when denied.denial() instanceof Denial.Forbidden ->
        readOneself(actor, organization, id, denied.denial());
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  private Outcome readOneself(Actor actor, OrganizationId organization, MembershipId id, Denial otherwise) {
    return switch (entrance.admit(actor, organization, Permission.LIST_NAMES)) {
      case Admission.Admitted admitted when admitted.place().membership().id().equals(id) ->
        find(admitted.place(), id);
      case Admission.Admitted admitted -> new Outcome.Denied(otherwise);
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  private Outcome find(SignedIn.Place place, MembershipId id) {
    return members.find(place.organization().id(), id)
        .<Outcome>map(member -> new Outcome.Found(place, member, breakGlass(member)))
        .orElseGet(() -> new Outcome.Denied(new Denial.NotFound()));
  }

  private Optional<BreakGlassOwner> breakGlass(Member member) {
    return member.membership().breakGlass()
        ? owners.breakGlass(member.membership().organizationId()).stream()
            .filter(it -> it.id().equals(member.id())).findFirst()
        : Optional.empty();
  }

  /** What came of it; a member of another organization is as good as absent. */
  public sealed interface Outcome {
    /** @param breakGlass what the member would get in with if the identity provider failed, if they are to */
    record Found(SignedIn.Place place, Member member, Optional<BreakGlassOwner> breakGlass) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
