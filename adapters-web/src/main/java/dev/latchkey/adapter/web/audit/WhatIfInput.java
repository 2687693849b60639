package dev.latchkey.adapter.web.audit;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.signin.SignInMethod;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ways of signing in as the API and the form spell them. */
final class WhatIfInput {
  private WhatIfInput() {}

  /** @throws InvalidValue if there is no such way */
  static SignInMethod method(String text) {
    return Arrays.stream(SignInMethod.values()).filter(method -> word(method).equals(text)).findFirst()
        .orElseThrow(() -> new InvalidValue("method", "UNKNOWN", "Please choose among: "
            + Arrays.stream(SignInMethod.values()).map(WhatIfInput::word).collect(Collectors.joining(", ")) + "."));
  }

  static String word(SignInMethod method) {
    return method.name().toLowerCase(Locale.ROOT);
  }
}
