package dev.latchkey.domain.account;

import dev.latchkey.domain.InvalidValue;
import java.util.Locale;

/**
 * An address as people sign in with it: {@code local@domain}, lower case, ASCII only. The local part is a dot-atom
 * (RFC 5321 §4.1.2, quoted strings left out), the domain has two or more LDH labels (RFC 1123 §2.1).
 *
 * <p>Unicode domains are refused rather than mapped, so that no two spellings that look alike, nor a full-width dot,
 * lead to the same or to a lookalike account; their {@code xn--} form is fine.
 */
public record EmailAddress(String value) {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String LABEL = LETTERS + "0123456789-";
  private static final String ATOM = LABEL + "!#$%&'*+/=?^_`{|}~";

  public EmailAddress {
    int at = value.lastIndexOf('@');
    String local = at < 0 ? "" : value.substring(0, at);
    String domain = value.substring(at + 1);
    if (value.length() > 254 || local.length() > 64) {
      throw new InvalidValue("email", "TOO_LONG", "This e-mail address is too long.");
    }
    if (!isAscii(value)) {
      throw new InvalidValue("email", "NOT_ASCII",
          "Please write the e-mail address in plain letters; an international domain in its xn-- form.");
    }
    if (!isDotAtom(local) || !isDomain(domain)) {
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
    return new EmailAddress(isAscii(address) ? address.toLowerCase(Locale.ROOT) : address);
  }

  // Without regular expressions and streams, as every session check asks.
  private static boolean isAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDotAtom(String local) {
    char before = '.';
    for (int i = 0; i < local.length(); i++) {
      char c = local.charAt(i);
      if (c == '.' ? before == '.' : ATOM.indexOf(c) < 0) {
        return false;
      }
      before = c;
    }
    return before != '.';
  }

  private static boolean isDomain(String domain) {
    int start = 0;
    for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', start)) {
      if (!isLabel(domain, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return start > 0 && isLabel(domain, start, domain.length()) && LETTERS.indexOf(domain.charAt(start)) >= 0;
  }

  private static boolean isLabel(String domain, int start, int end) {
    if (start == end || end - start > 63 || domain.charAt(start) == '-' || domain.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (LABEL.indexOf(domain.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  public String localPart() {
    return value.substring(0, value.lastIndexOf('@'));
  }
}
