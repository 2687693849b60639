package dev.latchkey.adapter.web.fake;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.application.policy.EmergencyAccess;
import dev.latchkey.application.policy.PreviewSecurity;
import dev.latchkey.application.policy.ReadSecurity;
import dev.latchkey.application.policy.Readiness;
import dev.latchkey.application.policy.Standings;
import dev.latchkey.application.ssomove.MoveMember;
import dev.latchkey.application.ssomove.MoveMembers;
import dev.latchkey.application.ssomove.MovingGate;
import dev.latchkey.application.ssomove.MovingStaff;
import dev.latchkey.application.ssomove.ReportMoves;
import java.time.InstantSource;
import java.util.List;

/** The use cases of what an organization demands, on ports in memory. */
final class Securing {
  private Securing() {}

  static List<Object> on(InMemoryPorts ports, Entrance entrance, MailDispatch mail, AuditTrail audit,
      InstantSource clock) {
    Readiness readiness = new Readiness(ports.verifiedDomains(), ports.ssoConnections(), ports.owners(), clock);
    Standings standings = new Standings(ports.verifiedDomains(), clock);
    Paging paging = new Paging(ports.cursors());
    MovingGate gate = new MovingGate(entrance, ports.owners());
    MovingStaff staff = new MovingStaff(ports.users(), ports.memberships(), ports.ownSessions(), mail, audit, clock);
    EmergencyAccess emergency = new EmergencyAccess(ports.owners(), ports.members());
    return List.of(new ReadSecurity(readiness, emergency, entrance),
        new ChangeSecurity(ports.organizations(), readiness, entrance, audit, ports.unitOfWork()),
        new PreviewSecurity(ports.members(), emergency, readiness, standings, entrance, paging,
            ports.unitOfWork()),
        new ReportMoves(entrance, ports.members(), ports.ssoConnections(), standings, staff, paging,
            ports.unitOfWork()),
        new MoveMembers(gate, ports.members(), ports.ssoConnections(), standings, staff, paging,
            ports.unitOfWork()),
        new MoveMember(gate, ports.members(), ports.ssoConnections(), standings, staff,
            ports.unitOfWork()));
  }
}
