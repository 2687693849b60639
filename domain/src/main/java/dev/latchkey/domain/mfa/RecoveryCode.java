package dev.latchkey.domain.mfa;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.TokenHash;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Stands in once for a lost authenticator app: 79 random bits, in four groups without look-alike letters. */
public record RecoveryCode(String value) {
  public static final int PER_PERSON = 10;
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final Pattern FORM = Pattern.compile("[a-z2-9]{4}(-[a-z2-9]{4}){3}");

  public RecoveryCode {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("recoveryCode", "MALFORMED", "A recovery code has four groups of four characters.");
    }
  }

  public static RecoveryCode random(RandomGenerator random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new RecoveryCode(code.toString());
  }

  /** Takes a code as typed: letter case, spaces and hyphens don't matter. */
  public static RecoveryCode parse(String typed) {
    String plain = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    return new RecoveryCode(plain.replaceAll("(.{4})(?=.)", "$1-"));
  }

  /** What is stored; bound to its owner. */
  public TokenHash hash(UserId owner) {
    return TokenHash.of("recovery " + owner.value() + " " + value);
  }

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "RecoveryCode[hidden]";
  }
}
