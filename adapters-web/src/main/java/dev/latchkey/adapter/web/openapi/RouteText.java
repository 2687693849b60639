package dev.latchkey.adapter.web.openapi;

import dev.latchkey.adapter.web.answer.Code;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to write about a route, because the route itself doesn't say it.
 *
 * @param summary what it does, in a few words
 * @param description what else one should know
 * @param query names of query parameters that the route reads besides those that it declares
 * @param body name of the schema of the request
 * @param status of success; 200 if nothing else is said
 * @param message of success, as an example
 * @param data name of the schema of the answer's data; null if there is none
 * @param list instead of {@code data}: name of the schema of a list's items
 * @param cookie what happens to the session's cookie, if anything does
 * @param refusals the codes that only this route's own rules lead to, each with its message as an example
 */
record RouteText(String summary, @Nullable String description, List<String> query, @Nullable String body,
    @Nullable Integer status,
    String message, @Nullable String data, @Nullable String list, @Nullable Cookie cookie,
    Map<Code, String> refusals) {
  /** What an answer does to the session's cookie. */
  enum Cookie {
    BROUGHT, RENEWED, CLEARED
  }

  RouteText {
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(message, "message");
    query = query == null ? List.of() : query;
    refusals = orEmpty(refusals);
  }

  int successStatus() {
    return status == null ? 200 : status;
  }

  /** Whether the answer is no envelope but leads a browser on. */
  boolean leadsOn() {
    return successStatus() / 100 == 3;
  }

  /** Where a text leaves a part out, there is none. */
  static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> part) {
    return part == null ? Map.of() : part;
  }
}
