package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Naming an identity provider: {@code provider}, {@code issuerUrl}, {@code clientId} and {@code clientSecret}.
 *
 * @param secretStored whether one is stored, which a blank field keeps
 */
public record SsoForm(Field provider, Field issuerUrl, Field clientId, Field clientSecret, boolean secretStored,
    @Nullable String problem) implements FormView {
  /** The words of those to choose from, the best known first. */
  public static final List<String> PROVIDERS = List.of("okta", "azure", "google", "oidc");

  public SsoForm {
    clientSecret = clientSecret.withoutValue();
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("provider", provider), Map.entry("issuerUrl", issuerUrl),
        Map.entry("clientId", clientId), Map.entry("clientSecret", clientSecret));
  }
}
