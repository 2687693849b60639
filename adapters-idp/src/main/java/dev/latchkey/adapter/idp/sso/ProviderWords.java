package dev.latchkey.adapter.idp.sso;

import java.util.Optional;

/** What a provider, or whoever pretends to be one, says in its own words: short, on one line, without control characters. */
final class ProviderWords {
  private static final int LONGEST = 200;

  private ProviderWords() {}

  static String of(String error, Optional<String> description) {
    return description.map(text -> tame(error) + ": " + tame(text)).orElse(tame(error));
  }

  static String tame(String text) {
    String line = text.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{Sm}\\p{Sc} ]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
