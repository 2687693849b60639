package dev.latchkey.adapter.web.apikey;

import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.policy.Scope;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is wrong with a key that was asked for, in the words of the API. */
final class KeyProblems {
  private KeyProblems() {}

  static FieldError of(CreateApiKey.Outcome.ExpiryOutOfRange outOfRange) {
    return FieldError.of("expiresAt", "OUT_OF_RANGE", "Please choose a time in the future, at most a year from now.");
  }

  static FieldError of(CreateApiKey.Outcome.ScopesBeyondRole beyond) {
    return FieldError.of("scopes", "BEYOND_ROLE", "Your role (" + beyond.role().name().toLowerCase(Locale.ROOT)
        + ") has no use for: " + beyond.scopes().stream().map(Scope::word).collect(Collectors.joining(", ")) + ".");
  }

  /** @return one sentence, since no field is to blame */
  static String of(CreateApiKey.Outcome.TooMany tooMany) {
    return "You have " + ApiKey.MOST_PER_PERSON + " keys here already. Please delete one that is no longer in use.";
  }
}
