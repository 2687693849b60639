package dev.latchkey.adapter.idp.signin;

import dev.latchkey.domain.signin.Password;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The costly step, apart from the rest so that tests can count how often it is taken. */
@FunctionalInterface
interface KeyDerivation {
  int KEY_BYTES = 32;

  byte[] derive(Password password, byte[] salt, int iterations);

  /** PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2) over the password in UTF-8, by the JDK. */
  static byte[] pbkdf2(Password password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.value().toCharArray(), salt, iterations, KEY_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has PBKDF2 with HMAC-SHA-256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
