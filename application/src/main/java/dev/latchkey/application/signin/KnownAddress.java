package dev.latchkey.application.signin;

import dev.latchkey.domain.account.EmailAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a sign-up challenge holds when its address has an account already: nothing that any code could open, but enough
 * to answer every step just like a real one.
 */
record KnownAddress(EmailAddress email, Locale locale) {
  private static final String MARK = "knownAddress";

  Map<String, String> toFacts() {
    return Map.of(MARK, email.value(), "locale", locale.toLanguageTag());
  }

  static Optional<KnownAddress> fromFacts(Map<String, String> facts) {
    return Optional.ofNullable(facts.get(MARK))
        .map(email -> new KnownAddress(new EmailAddress(email),
            Locale.forLanguageTag(facts.getOrDefault("locale", "en"))));
  }
}
