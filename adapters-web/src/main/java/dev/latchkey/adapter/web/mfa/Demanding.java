package dev.latchkey.adapter.web.mfa;

import dev.latchkey.domain.session.SignedIn;
import java.util.List;

/** Which organizations of a person insist on a second factor. */
final class Demanding {
  private Demanding() {}

  /** Their names; all of those together are why {@link SignedIn#mfaDemanded()} holds. */
  static List<String> organizations(SignedIn signedIn) {
    return signedIn.places().stream()
        .filter(place -> place.membership().isActive() && place.organization().requirement().demandsMfa())
        .map(place -> place.organization().name().value()).toList();
  }
}
