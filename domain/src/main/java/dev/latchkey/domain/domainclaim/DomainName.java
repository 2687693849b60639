package dev.latchkey.domain.domainclaim;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A domain as the DNS knows it: lower-case LDH labels (RFC 1123 §2.1), international ones as A-labels (RFC 5890
 * §2.3.2.1), without the dot of the root.
 */
public record DomainName(String value) {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String LABEL = LETTERS + "0123456789-";
  private static final int LONGEST = 253;
  /** Leaves room for the label in front, under which the proof is published. */
  private static final int LONGEST_CLAIMED = LONGEST - "_latchkey.".length();

  public DomainName {
    if (value.length() > LONGEST) {
      throw tooLong();
    }
    String[] labels = value.split("\\.", -1);
    for (String label : labels) {
      if (!isLabel(label)) {
        throw malformed();
      }
    }
    // No name ends in digits, so nothing that reads like an address is one (RFC 1123 §2.1).
    if (LETTERS.indexOf(labels[labels.length - 1].charAt(0)) < 0) {
      throw new InvalidValue("domain", "IP_ADDRESS", "Please enter a domain by its name, not an address.");
    }
  }

  /** The domain of an address; every address has one. */
  public static DomainName of(EmailAddress email) {
    return new DomainName(email.domain());
  }

  /**
   * Takes a domain as a person typed it. Letter case and surrounding spaces don't matter. Whatever would have to be
   * mapped to something that looks alike (full-width letters and dots, ligatures, {@code ß}) is refused, so that nobody
   * claims another domain than the one they see.
   *
   * @throws InvalidValue for the field {@code domain}, if it is no domain that could be claimed
   */
  public static DomainName parse(String typed) {
    String name = Normalizer.normalize(typed.replaceAll("^ +| +$", ""), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    if (name.contains("@")) {
      throw new InvalidValue("domain", "MALFORMED", "Please enter only what stands behind the @.");
    }
    if (name.contains(":") || name.contains("/")) {
      throw new InvalidValue("domain", "MALFORMED", "Please enter only the domain, such as example.com.");
    }
    DomainName domain = new DomainName(ascii(name));
    if (domain.value.length() > LONGEST_CLAIMED) {
      throw tooLong();
    }
    return domain;
  }

  private static String ascii(String name) {
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name;
    }
    String ascii;
    try {
      ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
    if (!IDN.toUnicode(ascii).equals(name)) {
      throw new InvalidValue("domain", "LOOKALIKE", "This holds characters that only look like those of a domain. "
          + "Please type it anew, or in its xn-- form.");
    }
    return ascii;
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty() && label.length() <= 63 && !label.startsWith("-") && !label.endsWith("-")
        && label.chars().allMatch(c -> LABEL.indexOf(c) >= 0);
  }

  private static InvalidValue malformed() {
    return new InvalidValue("domain", "MALFORMED", "Please enter a domain such as example.com.");
  }

  private static InvalidValue tooLong() {
    return new InvalidValue("domain", "TOO_LONG", "This domain is too long.");
  }

  /** As people read it: in the letters of its language. */
  public String readable() {
    return IDN.toUnicode(value);
  }
}
