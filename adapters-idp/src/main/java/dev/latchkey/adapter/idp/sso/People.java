package dev.latchkey.adapter.idp.sso;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.SsoFault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who it is, from validated claims. What is malformed is taken for absent, apart from the subject. */
final class People {
  /** How Entra says that the address's domain belongs to the tenant. */
  private static final Set<Object> OWNED = Set.of(true, "true", "1", 1L);

  private People() {}

  /** @param told by userinfo, or the ID token's claims again */
  static OidcIdentity identified(IdTokenRules rules, JWTClaimsSet token, Map<String, Object> told) throws Refusal {
    Optional<Tenants> tenants = rules.tenants();
    boolean owned = Optional.ofNullable(token.getClaim("xms_edov")).filter(OWNED::contains).isPresent();
    boolean verified = tenants.isPresent() ? owned : Boolean.TRUE.equals(told.get("email_verified"));
    // Whoever has a tenant of their own can write any address there.
    boolean worthless = tenants.filter(Tenants::several).isPresent() && !owned;
    Optional<EmailAddress> email = worthless ? Optional.empty() : parsed(told.get("email"), EmailAddress::parse);
    return new OidcIdentity(subject(rules, token), email, email.isPresent() && verified, name(told), locale(told),
        parsed(token.getClaim("hd"), DomainName::parse));
  }

  private static FederatedSubject subject(IdTokenRules rules, JWTClaimsSet token) throws Refusal {
    String claim = rules.tenants().isPresent() ? "oid" : "sub";
    try {
      return new FederatedSubject(String.valueOf(token.getIssuer()), IdTokenRules.text(token, claim).orElse(""));
    } catch (InvalidValue e) {
      throw new Refusal(SsoFault.TOKEN_SUBJECT, "The ID token names nobody (" + claim
          + "), or by a name that is too long or holds control characters.");
    }
  }

  private static Optional<PersonName> name(Map<String, Object> told) {
    Optional<PersonName> whole = parsed(told.get("name"), PersonName::new);
    return whole.isPresent() ? whole : parsed(Stream.of("given_name", "family_name").map(told::get)
        .filter(String.class::isInstance).map(String.class::cast).collect(Collectors.joining(" ")), PersonName::new);
  }

  private static Optional<Locale> locale(Map<String, Object> told) {
    return parsed(told.get("locale"), text -> Locale.forLanguageTag(text.replace('_', '-')))
        .filter(locale -> List.of(Locale.getISOLanguages()).contains(locale.getLanguage()));
  }

  private static <T> Optional<T> parsed(@Nullable Object claim, Function<String, T> parser) {
    try {
      return claim instanceof String text && !text.isBlank() ? Optional.of(parser.apply(text)) : Optional.empty();
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
