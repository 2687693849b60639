package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.sso.ConnectSso;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.Provider;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An identity provider as a route or a page was told it. */
record SsoInput(Provider provider, IssuerUrl issuer, ClientId clientId, Optional<ClientSecret> secret) {

  /**
   * @param secret none, or nothing but spaces, keeps the one that is stored
   * @return what was sent; absent if something about it is wrong, which has been noted then
   */
  static Optional<SsoInput> parse(Fields fields, @Nullable String provider, @Nullable String issuerUrl,
      @Nullable String clientId, @Nullable String secret) {
    Optional<Provider> which = fields.required("provider", provider, SsoInput::provider);
    Optional<IssuerUrl> issuer = fields.required("issuerUrl", issuerUrl, IssuerUrl::ofOneTenant);
    Optional<ClientId> id = fields.required("clientId", clientId, ClientId::new);
    Optional<ClientSecret> wanted = fields.optional("clientSecret", secret == null || secret.isBlank() ? null : secret,
        ClientSecret::new);
    return fields.errors().isEmpty()
        ? Optional.of(new SsoInput(which.orElseThrow(), issuer.orElseThrow(), id.orElseThrow(), wanted))
        : Optional.empty();
  }

  ConnectSso.Command toCommand(Visit visit, OrganizationId organization) {
    return new ConnectSso.Command(visit.actor(), organization, provider, issuer, clientId, secret, visit.origin());
  }

  /** As the API and forms spell it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Provider provider(String word) {
    return Arrays.stream(Provider.values()).filter(it -> word(it).equals(word)).findFirst()
        .orElseThrow(() -> new InvalidValue("provider", "UNKNOWN", "Please choose among: "
            + Arrays.stream(Provider.values()).map(SsoInput::word).collect(Collectors.joining(", ")) + "."));
  }
}
