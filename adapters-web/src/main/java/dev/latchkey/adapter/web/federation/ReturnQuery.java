package dev.latchkey.adapter.web.federation;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.sso.CallbackAnswer;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/**
 * With what a provider sent a browser back, as far as the query says it in one way only.
 *
 * @param state as it came, if it is one of ours by its form
 */
public record ReturnQuery(Optional<LinkToken> state, CallbackAnswer answer) {

  public static ReturnQuery of(MultivaluedMap<String, String> query) {
    return new ReturnQuery(single(query, "state").flatMap(ReturnQuery::state), new CallbackAnswer(
        single(query, "code"), single(query, "iss"), single(query, "error"), single(query, "error_description")));
  }

  /** What is there twice may be read in two ways, and counts as absent (RFC 6749 §3.1). */
  private static Optional<String> single(MultivaluedMap<String, String> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()).filter(it -> !it.isEmpty()) : Optional.empty();
  }

  private static Optional<LinkToken> state(String text) {
    try {
      return Optional.of(LinkToken.parse(text));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
