package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of new people: {@code enabled}, {@code defaultRole} and {@code allowedDomains}, between which are spaces. */
public record JitForm(boolean enabled, Field defaultRole, Field allowedDomains) implements FormView {
  /** The words of those to choose from. */
  public static final List<String> ROLES = List.of("agent", "admin");

  @Override
  public @Nullable String problem() {
    return null;
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("defaultRole", defaultRole), Map.entry("allowedDomains", allowedDomains));
  }
}
