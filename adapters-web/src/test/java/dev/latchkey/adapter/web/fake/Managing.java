package dev.latchkey.adapter.web.fake;

import dev.latchkey.adapter.web.member.MemberPages;
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
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import java.time.InstantSource;
import java.util.List;

/** The use cases by which members are managed, on ports in memory. */
final class Managing {
  private Managing() {}

  static List<Object> on(InMemoryPorts ports, Entrance entrance, GuessLimit guesses, MailDispatch mail,
      AuditTrail audit, Ids ids,
      InstantSource clock) {
    MemberGate gate = new MemberGate(entrance, ports.members(), ports.owners(),
        new LastOwner(ports.owners(), ports.organizations(), clock));
    BreakGlass breakGlass = new BreakGlass(ports.owners(), ports.memberships(), ports.organizations());
    MembershipEnding ending = new MembershipEnding(ports.memberships(), ports.ownSessions());
    ApprovalMail approvals = new ApprovalMail(ports.organizations(), ports.users(), mail, clock);
    ReadMember readMember = new ReadMember(ports.members(), ports.owners(), entrance);
    return List.of(new ListMembers(ports.members(), entrance, new Paging(ports.cursors())), readMember,
        new MemberPages(readMember),
        new AddMember(ports.users(), ports.memberships(), ports.members(), gate, guesses, audit,
            ports.unitOfWork(), ids, clock),
        new ChangeMember(gate, breakGlass, ports.memberships(), ports.members(), ending, approvals, audit,
            ports.unitOfWork()),
        new ApproveMember(gate, ports.memberships(), ports.members(), approvals, audit, ports.unitOfWork()),
        new RejectMember(gate, ports.members(), ports.removals(), audit, ports.unitOfWork(), clock),
        new RemoveMember(gate, breakGlass, ports.members(), ports.removals(), ending, audit, ports.unitOfWork(),
            clock));
  }
}
