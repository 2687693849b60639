package dev.latchkey.domain.onetime;

import dev.latchkey.domain.InvalidValue;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Eight decimal digits that a person copies from a mail. */
public record MailedCode(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{8}");

  public MailedCode {
    if (!FORM.matcher(digits).matches()) {
      throw new InvalidValue("code", "MALFORMED", "The code is the eight digits from our e-mail.");
    }
  }

  public static MailedCode random(RandomGenerator random) {
    return new MailedCode("%08d".formatted(random.nextInt(100_000_000)));
  }

  /** Takes a code as typed or pasted: spaces and hyphens between digits don't matter. */
  public static MailedCode parse(String typed) {
    return new MailedCode(typed.replaceAll("[ \\u00a0-]", ""));
  }

  /** The code in two groups, as it stands in the mail. */
  public String grouped() {
    return digits.substring(0, 4) + " " + digits.substring(4);
  }

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "MailedCode[hidden]";
  }
}
