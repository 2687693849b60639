package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.AddMember;
import dev.latchkey.application.member.ApprovalMail;
import dev.latchkey.application.member.ApproveMember;
import dev.latchkey.application.member.BreakGlass;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.member.ListMembers;
import dev.latchkey.application.member.MemberGate;
import dev.latchkey.application.member.MembershipEnding;
import dev.latchkey.application.member.ReadMember;
import dev.latchkey.application.member.RejectMember;
import dev.latchkey.application.member.RemoveMember;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What owners and admins do with the members of their organization. */
@Dependent
public final class MemberUseCases {

  @Produces
  @Singleton
  static ListMembers listMembers(Storage storage, Entrance entrance, Paging paging) {
    return new ListMembers(storage.members(), entrance, paging);
  }

  @Produces
  @Singleton
  static ReadMember readMember(Storage storage, Entrance entrance) {
    return new ReadMember(storage.members(), storage.owners(), entrance);
  }

  @Produces
  @Singleton
  static AddMember addMember(Storage storage, MemberGate gate, GuessLimit limit, AuditTrail audit, Ids ids,
      InstantSource clock) {
    return new AddMember(storage.users(), storage.memberships(), storage.members(), gate, limit, audit,
        storage.unitOfWork(), ids, clock);
  }

  @Produces
  @Singleton
  static ChangeMember changeMember(Storage storage, MemberGate gate, BreakGlass breakGlass, MembershipEnding ending,
      ApprovalMail approvalMail, AuditTrail audit) {
    return new ChangeMember(gate, breakGlass, storage.memberships(), storage.members(), ending, approvalMail, audit,
        storage.unitOfWork());
  }

  @Produces
  @Singleton
  static RemoveMember removeMember(Storage storage, MemberGate gate, BreakGlass breakGlass, MembershipEnding ending,
      AuditTrail audit,
      InstantSource clock) {
    return new RemoveMember(gate, breakGlass, storage.members(), storage.removals(), ending, audit,
        storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static ApproveMember approveMember(Storage storage, MemberGate gate, ApprovalMail mail, AuditTrail audit) {
    return new ApproveMember(gate, storage.memberships(), storage.members(), mail, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ApprovalMail approvalMail(Storage storage, MailDispatch mail, InstantSource clock) {
    return new ApprovalMail(storage.organizations(), storage.users(), mail, clock);
  }

  @Produces
  @Singleton
  static RejectMember rejectMember(Storage storage, MemberGate gate, AuditTrail audit, InstantSource clock) {
    return new RejectMember(gate, storage.members(), storage.removals(), audit, storage.unitOfWork(), clock);
  }

  // What several of them share.

  @Produces
  @Singleton
  static MemberGate memberGate(Storage storage, Entrance entrance, LastOwner lastOwner) {
    return new MemberGate(entrance, storage.members(), storage.owners(), lastOwner);
  }

  @Produces
  @Singleton
  static LastOwner lastOwner(Storage storage, InstantSource clock) {
    return new LastOwner(storage.owners(), storage.organizations(), clock);
  }

  @Produces
  @Singleton
  static BreakGlass breakGlass(Storage storage) {
    return new BreakGlass(storage.owners(), storage.memberships(), storage.organizations());
  }

  @Produces
  @Singleton
  static MembershipEnding membershipEnding(Storage storage) {
    return new MembershipEnding(storage.memberships(), storage.ownSessions());
  }
}
