package dev.latchkey.adapter.idp.signin;

import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.signin.Password;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@link PasswordHasher} by PBKDF2-HMAC-SHA-256, each password with a random salt of its own. */
public final class Pbkdf2PasswordHasher implements PasswordHasher {
  private static final int SALT_BYTES = 16;

  private final int iterations;
  private final Turnstile turnstile;
  private final RandomGenerator random;
  private final KeyDerivation derivation;
  private final Pbkdf2Text nobodys;

  /**
   * @param iterations the cost from now on; what was stored at another cost stays usable
   * @param random must be cryptographically strong
   */
  public Pbkdf2PasswordHasher(int iterations, Turnstile turnstile, RandomGenerator random) {
    this(iterations, turnstile, random, KeyDerivation::pbkdf2);
  }

  Pbkdf2PasswordHasher(int iterations, Turnstile turnstile, RandomGenerator random, KeyDerivation derivation) {
    this.iterations = iterations;
    this.turnstile = turnstile;
    this.random = random;
    this.derivation = derivation;
    // No password leads to a random key.
    this.nobodys = new Pbkdf2Text(iterations, randomBytes(SALT_BYTES), randomBytes(KeyDerivation.KEY_BYTES));
  }

  @Override
  public PasswordHash hash(Password password) {
    byte[] salt = randomBytes(SALT_BYTES);
    byte[] key = turnstile.pass(() -> derivation.derive(password, salt, iterations));
    return new Pbkdf2Text(iterations, salt, key).encoded();
  }

  @Override
  public boolean matches(Password password, Optional<PasswordHash> stored) {
    Pbkdf2Text expected = stored.map(Pbkdf2Text::parse).orElse(nobodys);
    byte[] key = turnstile.pass(() -> derivation.derive(password, expected.salt(), expected.iterations()));
    return MessageDigest.isEqual(key, expected.key()) && stored.isPresent();
  }

  @Override
  public boolean isOutdated(PasswordHash stored) {
    return Pbkdf2Text.parse(stored).iterations() < iterations;
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
