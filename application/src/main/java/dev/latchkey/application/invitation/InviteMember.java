package dev.latchkey.application.invitation;

import dev.latchkey.application.Ids;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks an address into an organization. Whether it has an account makes no difference that the inviter could see. One
 * that is waiting for an answer is sent again rather than asked twice; one that has expired gives way.
 */
public final class InviteMember {
  private final Invitations invitations;
  private final InvitationMail mail;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;

  public InviteMember(Invitations invitations, InvitationMail mail, Entrance entrance, AuditTrail audit,
      UnitOfWork unitOfWork, Ids ids, InstantSource clock) {
    this.invitations = invitations;
    this.mail = mail;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  public Outcome invite(Command command) {
    return unitOfWork.run(() -> switch (entrance.admit(command.actor(), command.organization(),
        Invitation.permissionFor(command.role()))) {
      case Admission.Admitted admitted -> invite(command, admitted.place().organization());
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    });
  }

  private Outcome invite(Command command, Organization organization) {
    Optional<Invitation> before = invitations.findByEmail(organization.id(), command.email());
    if (before.filter(waiting -> !waiting.isExpiredAt(clock.instant())).isPresent()) {
      return new Outcome.AlreadyInvited();
    }
    return mail.obstacle(organization.id(), command.email()).<Outcome>map(obstacle -> switch (obstacle) {
      case InvitationMail.Obstacle.AlreadyMember member -> new Outcome.AlreadyMember(member.membership().status());
      case InvitationMail.Obstacle.TooManyMails tooMany -> new Outcome.TooManyMails();
    }).orElseGet(() -> {
      before.ifPresent(invitations::remove);
      return send(command, organization);
    });
  }

  private Outcome send(Command command, Organization organization) {
    InvitationId id = new InvitationId(ids.next());
    SentInvitations.Sent sent = mail.send(organization, id, command.actor().userId(), command.locale(),
        link -> Invitation.sent(id, organization.id(), command.email(), command.role(), command.actor().userId(),
            link));
    invitations.add(sent.invitation());
    audit.append(AuditTrail.Entry.success(AuditAction.INVITATION_SENT, command.origin()).by(command.actor().userId())
        .in(organization.id()).with(sent.invitation().description()));
    return new Outcome.Invited(sent);
  }

  /**
   * Who is to be asked in.
   *
   * @param locale of the mail, unless the address has an account with a language of its own
   */
  public record Command(Actor actor, OrganizationId organization, EmailAddress email, Role role, Locale locale,
      Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Invited(SentInvitations.Sent sent) implements Outcome {}

    record AlreadyMember(MembershipStatus status) implements Outcome {}

    /** An invitation of this address waits for its answer. */
    record AlreadyInvited() implements Outcome {}

    record TooManyMails() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
