package dev.latchkey.domain.account;

import dev.latchkey.domain.InvalidValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address as people sign in with it: {@code local@domain}, lower case, ASCII only. The local part is a dot-atom
 * (RFC 5321 §4.1.2, quoted strings left out), the domain has two or more LDH labels (RFC 1123 §2.1).
 *
 * <p>Unicode domains are refused rather than mapped, so that no two spellings that look alike, nor a full-width dot,
 * lead to the same or to a lookalike account; their {@code xn--} form is fine.
 */
public record EmailAddress(String value) {
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
  private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+(?=[a-z])" + LABEL);

  public EmailAddress {
    int at = value.lastIndexOf('@');
    String local = at < 0 ? "" : value.substring(0, at);
    String domain = value.substring(at + 1);
    if (value.length() > 254 || local.length() > 64) {
      throw new InvalidValue("email", "TOO_LONG", "This e-mail address is too long.");
    }
    if (value.chars().anyMatch(c -> c > 0x7e)) {
      throw new InvalidValue("email", "NOT_ASCII",
          "Please write the e-mail address in plain letters; an international domain in its xn-- form.");
    }
    if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
      throw new InvalidValue("email", "MALFORMED", "Please enter an e-mail address like name@example.com.");
    }
  }

  /**
   * Takes an address as it was typed: letter case and surrounding spaces don't matter, anything else does.
   *
   * @throws InvalidValue if it is no usable address
   */
  public static EmailAddress parse(String typed) {
    // strip() would also take line breaks away, and with them the proof that somebody tried to smuggle some in.
    String address = typed.replaceAll("^ +| +$", "");
    return new EmailAddress(address.chars().allMatch(c -> c < 0x80) ? address.toLowerCase(Locale.ROOT) : address);
  }

  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  public String localPart() {
    return value.substring(0, value.lastIndexOf('@'));
  }
}
