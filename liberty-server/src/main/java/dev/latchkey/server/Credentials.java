package dev.latchkey.server;

import dev.latchkey.adapter.idp.password.Pbkdf2PasswordHasher;
import dev.latchkey.adapter.idp.password.ZxcvbnBlocklist;
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
  static PasswordHasher passwordHasher(Settings settings, RandomGenerator random) {
    return new Pbkdf2PasswordHasher(settings.passwords().iterations(), settings.passwords().hashThreads(), random);
  }

  @Produces
  @Singleton
  static PasswordPolicy.Blocklist blocklist() {
    return new ZxcvbnBlocklist();
  }
}
