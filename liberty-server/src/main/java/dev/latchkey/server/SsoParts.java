package dev.latchkey.server;

import dev.latchkey.adapter.idp.sso.OidcRelyingParty;
import dev.latchkey.application.network.OutboundHttp;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.server.outbound.GuardedHttp;
import dev.latchkey.server.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** How Latchkey talks to identity providers. */
@Dependent
public final class SsoParts {

  @Produces
  @Singleton
  static GuardedHttp outboundHttp(Settings settings) {
    return new GuardedHttp(settings.outbound());
  }

  static void stop(@Disposes GuardedHttp http) {
    http.close();
  }

  @Produces
  @Singleton
  static RelyingParty relyingParty(OutboundHttp http, InstantSource clock) {
    return new OidcRelyingParty(http, clock);
  }
}
