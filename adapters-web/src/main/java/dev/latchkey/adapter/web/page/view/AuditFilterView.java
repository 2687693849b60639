package dev.latchkey.adapter.web.page.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What narrows the history that is shown, as it was typed.
 *
 * @param from a day
 * @param to a day
 * @param actor an e-mail address
 * @param action one of the actions; empty for all
 * @param outcome {@code SUCCESS}, {@code REFUSED} or empty for both
 * @param reference a request id
 * @param actions what can be chosen
 */
public record AuditFilterView(Field from, Field to, Field actor, String action, String outcome,
    Field reference, List<Choice> actions) {
  public AuditFilterView {
    actions = List.copyOf(actions);
  }

  public boolean isWrong() {
    return from.isWrong() || to.isWrong() || actor.isWrong() || reference.isWrong();
  }

  public boolean isEmpty() {
    return query().isEmpty();
  }

  /** The same filter for the next part's address. */
  public String query() {
    return Stream.of(parameter("from", from.value()), parameter("to", to.value()), parameter("actor", actor.value()),
        parameter("action", action), parameter("outcome", outcome), parameter("reference", reference.value()))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining());
  }

  private static String parameter(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** An action and what people call it. */
  public record Choice(String value, String text) {}
}
