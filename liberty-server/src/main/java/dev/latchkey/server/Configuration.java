package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Ulids;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.Ids;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.server.settings.Mode;
import dev.latchkey.server.settings.Settings;
import dev.latchkey.server.settings.SettingsReader;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/** What the deployment chose, and where time, chance and new ids come from. */
@Dependent
public final class Configuration {

  @Produces
  @Singleton
  static Settings settings() {
    return SettingsReader.ofThisProcess().read();
  }

  @Produces
  @Singleton
  static SessionRules sessionRules(Settings settings) {
    return settings.sessions();
  }

  @Produces
  @Singleton
  static WebSettings webSettings(Settings settings) {
    return new WebSettings(settings.publicUrl(), settings.appUrl(), settings.productName(),
        settings.mode() == Mode.TRIAL, settings.mail().server().isEmpty(), settings.openSignUp(),
        settings.clients().trustedProxies(),
        settings.clients().triesPerMinute());
  }

  @Produces
  @Singleton
  static InstantSource clock() {
    // As fine as the database keeps it, so that what was just written and what is read later are equal.
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  static RandomGenerator random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  static Ids ids() {
    return new Ulids();
  }
}
