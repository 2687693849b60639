package dev.latchkey.application.member;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.Part;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;

/** Shows who belongs to an organization: everything to its owners and admins, to agents the names of who is there. */
public final class ListMembers {
  private final Members members;
  private final Entrance entrance;
  private final Paging paging;

  public ListMembers(Members members, Entrance entrance, Paging paging) {
    this.members = members;
    this.entrance = entrance;
    this.paging = paging;
  }

  public Outcome list(Command command) {
    return switch (entrance.admit(command.actor(), command.organization(), Permission.READ_MEMBERS)) {
      case Admission.Admitted admitted -> new Outcome.Full(admitted.place(), read(command, command.filter()));
      case Admission.Denied denied when denied.denial() instanceof Denial.Forbidden
          && !command.filter().looksBehindNames() ->
        listNames(command);
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  private Outcome listNames(Command command) {
    return switch (entrance.admit(command.actor(), command.organization(), Permission.LIST_NAMES)) {
      case Admission.Admitted admitted ->
        new Outcome.Names(admitted.place(), read(command, command.filter().byNameOnly()));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  private Part<Member> read(Command command, MemberFilter filter) {
    OrganizationId organization = command.organization();
    return paging.read("members " + organization.value() + " " + filter, command.part(),
        (position, limit) -> members.list(organization, filter, position, limit), Member::position);
  }

  /** Which members, in which part, and who wants to know. */
  public record Command(Actor actor, OrganizationId organization, MemberFilter filter, PartRequest part) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Full(SignedIn.Place place, Part<Member> part) implements Outcome {}

    /** Only id and name are for the actor's eyes. */
    record Names(SignedIn.Place place, Part<Member> part) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
