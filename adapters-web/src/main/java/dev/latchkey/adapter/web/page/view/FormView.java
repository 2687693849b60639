package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page with one form that comes back, with what was typed, when something is wrong. */
public interface FormView {

  /** What stands in the way and belongs to no field, already worded; null if nothing. */
  @Nullable
  String problem();

  /** The fields by their names, in the order of the page. */
  List<Map.Entry<String, Field>> fields();

  /** Whether the form has come back. */
  default boolean failed() {
    return problem() != null || !wrong().isEmpty();
  }

  /** Whether attention goes to the summary of what is wrong; a form of one field keeps it where typing goes on. */
  default boolean focusesSummary() {
    return fields().size() > 1 && (problem() != null || wrong().size() > 1);
  }

  /** Whether this field has the focus: the first wrong one, or the first when nothing is wrong. */
  default boolean focuses(String name) {
    List<Map.Entry<String, Field>> candidates = wrong().isEmpty() ? fields() : wrong();
    return !focusesSummary() && candidates.getFirst().getKey().equals(name);
  }

  /** The fields that are wrong, in the order of the page. */
  default List<Map.Entry<String, Field>> wrong() {
    return fields().stream().filter(field -> field.getValue().isWrong()).toList();
  }
}
