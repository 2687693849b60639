package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.policy.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/api-keys/new}. Posts {@code keyName}, {@code scope.…} for each chosen scope,
 * {@code expiresAt} in days and {@code allowedIps} to itself.
 *
 * @param scopes those that the viewer's role can use
 * @param scopesError what is wrong with the choice, already worded; null if nothing
 * @param days how long the key is to live, one of {@link #DAYS}
 * @param problem what stands in the way and belongs to no field, already worded; null if nothing
 */
public record CreateApiKeyView(Viewer viewer, OrganizationFrame organization, Field name, List<Choice> scopes,
    @Nullable String scopesError, int days, Field allowedIps, @Nullable String problem) implements View, FormView {
  /** What is offered. */
  public static final List<Integer> DAYS = List.of(7, 30, 90, 365);

  public CreateApiKeyView {
    scopes = List.copyOf(scopes);
  }

  @Override
  public String template() {
    return "apikey/create.jte";
  }

  public String path() {
    return OrganizationSection.API_KEYS.path(organization.slug());
  }

  public CreateApiKeyView because(String reason) {
    return new CreateApiKeyView(viewer, organization, name, scopes, scopesError, days, allowedIps, reason);
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("keyName", name), Map.entry("scopes", new Field("", scopesError)),
        Map.entry("allowedIps", allowedIps));
  }

  /** A scope that can be chosen. */
  public record Choice(Scope scope, boolean chosen) {
    /** The name of its box, and its id. */
    public String field() {
      return "scope." + scope.name();
    }

    /** The key of what it means. */
    public String key() {
      return "scope." + scope.name();
    }
  }
}
