package dev.latchkey.domain.domainclaim;

import dev.latchkey.domain.InvalidValue;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What an organization publishes to prove that a domain is its own: 160 random bits, made for one claim and accepted for
 * no other. It is no secret: whoever asks the DNS may read it.
 */
public record VerificationToken(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}");

  public VerificationToken {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("token", "MALFORMED", "This is no verification token.");
    }
  }

  public static VerificationToken random(RandomGenerator random) {
    byte[] bits = new byte[20];
    random.nextBytes(bits);
    return new VerificationToken(HexFormat.of().formatHex(bits));
  }
}
