package dev.latchkey.adapter.web.fake;

import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.federation.SocialOutlook;
import dev.latchkey.application.history.ForeseeSignIn;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.application.policy.PreviewSecurity;
import dev.latchkey.application.policy.ReadSecurity;
import dev.latchkey.application.policy.Readiness;
import dev.latchkey.application.policy.Standings;
import dev.latchkey.application.ssomove.MoveMember;
import dev.latchkey.application.ssomove.MoveMembers;
import dev.latchkey.application.ssomove.MovingStaff;
import dev.latchkey.application.ssomove.ReportMoves;
import java.time.InstantSource;
import java.util.List;

/** The use cases of what an organization demands, on ports in memory. */
final class Securing {
  private Securing() {}

  static List<Object> on(InMemoryPorts ports, Entrance entrance, MailDispatch mail, AuditTrail audit, Ids ids,
      InstantSource clock) {
    Readiness readiness = new Readiness(ports.verifiedDomains(), ports.ssoConnections(), ports.owners(), clock);
    Standings standings = new Standings(ports.verifiedDomains(), clock);
    Paging paging = new Paging(ports.cursors());
    MovingStaff staff = new MovingStaff(ports.users(), ports.memberships(), ports.ownSessions(), mail, audit, clock);
    return List.of(new ReadSecurity(readiness, entrance),
        new ChangeSecurity(ports.organizations(), readiness, entrance, audit, ports.unitOfWork()),
        new PreviewSecurity(ports.members(), ports.owners(), readiness, standings, entrance, paging,
            ports.unitOfWork()),
        new ForeseeSignIn(entrance, ports.users(), ports.memberships(), ports.passkeys(), ports.members(),
            ports.ssoConnections(), standings,
            new SocialOutlook(ports.socialIdentities(), Connecting.CLIENTS,
                new AccountOpening(ports.users(), ports.lastSignIns(), ids)),
            ports.unitOfWork(), clock),
        new ReportMoves(entrance, ports.members(), ports.ssoConnections(), standings, staff, paging,
            ports.unitOfWork()),
        new MoveMembers(entrance, ports.members(), ports.owners(), ports.ssoConnections(), standings, staff, paging,
            ports.unitOfWork()),
        new MoveMember(entrance, ports.members(), ports.owners(), ports.ssoConnections(), standings, staff,
            ports.unitOfWork()));
  }
}
