package dev.latchkey.adapter.web.fake;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.sso.ChangeCallback;
import dev.latchkey.application.sso.ChangeJit;
import dev.latchkey.application.sso.ConnectSso;
import dev.latchkey.application.sso.DisconnectSso;
import dev.latchkey.application.sso.ReadSso;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.SsoChanges;
import dev.latchkey.application.sso.TestSso;
import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.sso.IssuerRule;
import java.time.InstantSource;
import java.util.List;

/** The use cases of an organization's identity provider, as the server wires them. */
final class SsoSettings {
  private SsoSettings() {}

  static List<Object> on(InMemoryPorts ports, RelyingParty relyingParty, Entrance entrance, AuditTrail audit,
      InstantSource clock) {
    SsoChanges changes = new SsoChanges(ports.owners(), entrance, audit);
    return List.of(new ReadSso(ports.ssoConnections(), ports.justInTime(), entrance),
        new ConnectSso(ports.ssoConnections(), ports.organizations(),
            new IssuerRule(new AddressPolicy(List.of()).withLoopback()), changes,
            ports.unitOfWork(), clock),
        new DisconnectSso(ports.ssoConnections(), ports.organizations(), changes, ports.unitOfWork()),
        new ChangeCallback(ports.ssoConnections(), changes, ports.unitOfWork(), clock),
        new TestSso(ports.ssoConnections(), relyingParty, entrance),
        new ChangeJit(ports.justInTime(), entrance, audit, ports.unitOfWork()));
  }
}
