package dev.latchkey.adapter.web.fake;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.memory.FakeBlocklist;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.password.PasswordCheck;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.setup.ConfirmSetup;
import dev.latchkey.application.setup.ReadSetup;
import dev.latchkey.application.setup.ResendSetupCode;
import dev.latchkey.application.setup.SendSetupEmail;
import dev.latchkey.application.setup.SetupStanding;
import dev.latchkey.application.setup.StartSetup;
import dev.latchkey.application.signin.PasswordHasher;
import java.time.InstantSource;
import java.util.List;

/** The use cases by which people who were added by hand set up their sign-in, on ports in memory. */
record SettingUp(SendSetupEmail send, ReadSetup read, StartSetup start, ConfirmSetup confirm,
    ResendSetupCode resend) {

  static SettingUp on(InMemoryPorts ports, Entrance entrance, CodeChallenges challenges, LinkTokens links,
      PasswordHasher hasher, SessionOpening opening, MailDispatch mail, AuditTrail audit, InstantSource clock) {
    SetupStanding standing = new SetupStanding(ports.members(), ports.memberships(), ports.users(),
        ports.lastSignIns(), ports.setupLinks(), clock);
    return new SettingUp(
        new SendSetupEmail(entrance, ports.members(), ports.users(), standing, ports.setupLinks(), links, mail, audit,
            ports.unitOfWork(), clock),
        new ReadSetup(links, standing, ports.unitOfWork()),
        new StartSetup(links, standing, ports.users(), challenges, hasher,
            new PasswordCheck(new FakeBlocklist("passwordpassword"), ports.memberships()), mail, audit,
            ports.unitOfWork()),
        new ConfirmSetup(challenges, standing, ports.users(), ports.members(), ports.memberships(), opening, audit,
            ports.unitOfWork(), clock),
        new ResendSetupCode(challenges, standing, ports.users(), mail, audit, ports.unitOfWork()));
  }

  List<Object> parts() {
    return List.of(send, read, start, confirm, resend);
  }
}
