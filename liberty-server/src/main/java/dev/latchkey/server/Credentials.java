package dev.latchkey.server;

import dev.latchkey.adapter.idp.signin.Pbkdf2PasswordHasher;
import dev.latchkey.adapter.idp.signin.Turnstile;
import dev.latchkey.adapter.idp.signin.ZxcvbnBlocklist;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.signin.PasswordPolicy;
import dev.latchkey.server.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/** What proves who somebody is. */
@Dependent
public final class Credentials {

  @Produces
  @Singleton
  static Turnstile turnstile(Settings settings) {
    return new Turnstile(settings.passwords().hashThreads());
  }

  @Produces
  @Singleton
  static PasswordHasher passwordHasher(Settings settings, Turnstile turnstile, RandomGenerator random) {
    return new Pbkdf2PasswordHasher(settings.passwords().iterations(), turnstile, random);
  }

  @Produces
  @Singleton
  static PasswordPolicy.Blocklist blocklist(Turnstile turnstile) {
    return new ZxcvbnBlocklist(turnstile);
  }
}
