package dev.latchkey.domain.organization;

import dev.latchkey.domain.InvalidValue;
import java.text.Normalizer;
import java.util.Locale;

/** An organization's name in addresses: 2 to 63 lower-case letters, digits and inner hyphens. Unique. */
public record Slug(String value) {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789-";
  private static final int LONGEST = 63;
  private static final int LONGEST_DERIVED = 48;

  public Slug {
    if (!isOne(value)) {
      throw new InvalidValue("slug", "MALFORMED",
          "Please use 2 to 63 lower-case letters, digits and hyphens, with no hyphen at either end.");
    }
  }

  /** Without a regular expression, as every session check asks. */
  private static boolean isOne(String value) {
    if (value.length() < 2 || value.length() > LONGEST || value.startsWith("-") || value.endsWith("-")) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (ALPHABET.indexOf(value.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The slug that suggests itself for a name; {@code organization} when nothing of it can be written in ASCII. */
  public static Slug derivedFrom(OrganizationName name) {
    String ascii = Normalizer.normalize(name.value(), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-");
    String whole = ascii.replaceAll("^-|-$", "");
    String cut = whole.length() <= LONGEST_DERIVED ? whole : shortened(whole);
    return new Slug(cut.length() < 2 ? "organization" : cut);
  }

  /** As many whole words as there is room for; a word that would leave half of it empty is cut. */
  private static String shortened(String words) {
    int end = words.lastIndexOf('-', LONGEST_DERIVED);
    return words.substring(0, end < LONGEST_DERIVED / 2 ? LONGEST_DERIVED : end);
  }

  /** The same slug with a number behind it, for when the plain one is taken. */
  public Slug numbered(int number) {
    String suffix = "-" + number;
    return new Slug(value.substring(0, Math.min(value.length(), LONGEST - suffix.length())) + suffix);
  }
}
