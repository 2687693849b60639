package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Naming an identity provider: {@code provider}, {@code issuerUrl}, {@code clientId} and {@code clientSecret}.
 *
 * @param stored what there is of a secret that a blank field would keep
 */
public record SsoForm(Field provider, Field issuerUrl, Field clientId, Field clientSecret, Stored stored,
    @Nullable String problem) implements FormView {
  /** The words of those to choose from, the best known first. */
  public static final List<String> PROVIDERS = List.of("okta", "azure", "google", "oidc");

  /** What there is of a secret. */
  public enum Stored {
    NONE, KEPT,
    /** It can't be read any more. */
    LOST
  }

  public SsoForm {
    clientSecret = clientSecret.withoutValue();
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("provider", provider), Map.entry("issuerUrl", issuerUrl),
        Map.entry("clientId", clientId), Map.entry("clientSecret", clientSecret));
  }
}
