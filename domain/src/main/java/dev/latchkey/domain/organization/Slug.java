package dev.latchkey.domain.organization;

import dev.latchkey.domain.InvalidValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** An organization's name in addresses: 2 to 63 lower-case letters, digits and inner hyphens. Unique. */
public record Slug(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");
  private static final int LONGEST_DERIVED = 48;

  public Slug {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("slug", "MALFORMED",
          "Please use 2 to 63 lower-case letters, digits and hyphens, with no hyphen at either end.");
    }
  }

  /** The slug that suggests itself for a name; {@code organization} when nothing of it can be written in ASCII. */
  public static Slug derivedFrom(OrganizationName name) {
    String ascii = Normalizer.normalize(name.value(), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-");
    String cut = ascii.substring(0, Math.min(ascii.length(), LONGEST_DERIVED)).replaceAll("^-+|-+$", "");
    return new Slug(cut.length() < 2 ? "organization" : cut);
  }

  /** The same slug with a number behind it, for when the plain one is taken. */
  public Slug numbered(int number) {
    String suffix = "-" + number;
    return new Slug(value.substring(0, Math.min(value.length(), 63 - suffix.length())) + suffix);
  }
}
