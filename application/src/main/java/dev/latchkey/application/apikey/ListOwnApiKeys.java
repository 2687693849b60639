package dev.latchkey.application.apikey;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;

/** Shows people the keys they made, in all their organizations. */
public final class ListOwnApiKeys {
  private final ApiKeys keys;

  public ListOwnApiKeys(ApiKeys keys) {
    this.keys = keys;
  }

  /** @return newest first; keys of organizations that are closed to the person at present are not among them */
  public List<Own> list(SignedIn signedIn) {
    return keys.ofPerson(signedIn.person().id()).stream()
        .flatMap(key -> signedIn.place(key.organizationId()).filter(place -> place.membership().isActive())
            .map(place -> new Own(key, place)).stream())
        .toList();
  }

  /** A key and where it is for. */
  public record Own(ApiKey key, SignedIn.Place place) {}
}
