package dev.latchkey.adapter.web.apikey;

import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.apikey.AllowedAddresses;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyName;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a program sends to have a key made; absent members but name and scopes mean what is usual. */
record CreateApiKeyBody(@Nullable String name, @Nullable List<@Nullable String> scopes, @Nullable String expiresAt,
    @Nullable List<@Nullable String> allowedIps) {

  /** @throws dev.latchkey.adapter.web.answer.Refused with everything that is wrong with it */
  CreateApiKey.Command toCommand(Actor actor, OrganizationId organization, Origin origin) {
    Fields fields = new Fields();
    Optional<ApiKeyName> keyName = fields.required("name", name, ApiKeyName::new);
    Optional<Set<Scope>> chosen = fields.all("scopes", Objects.requireNonNullElse(scopes, List.of()),
        words -> ApiKey.requireScopes(words.stream().map(Scope::parse).toList()));
    Optional<Instant> expiry = fields.optional("expiresAt", expiresAt, CreateApiKeyBody::time);
    Optional<AllowedAddresses> addresses =
        fields.all("allowedIps", Objects.requireNonNullElse(allowedIps, List.of()), AllowedAddresses::parse);
    fields.check();
    return new CreateApiKey.Command(actor, organization, keyName.orElseThrow(), chosen.orElseThrow(), expiry,
        addresses.orElseThrow(), origin);
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidValue("expiresAt", "MALFORMED", "Please write a time such as 2027-01-31T00:00:00Z.");
    }
  }
}
