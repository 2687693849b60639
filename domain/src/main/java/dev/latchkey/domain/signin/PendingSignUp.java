package dev.latchkey.domain.signin;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A sign-up whose address is not proven yet: everything that the account will be made of. Until then there is no
 * account, so nobody can squat on an address.
 *
 * @param slug the one that was asked for, if any
 */
public record PendingSignUp(EmailAddress email, PersonName name, Locale locale, PasswordHash password,
    Optional<OrganizationName> organization, Optional<Slug> slug) {

  /** The form in which it waits inside a one-time secret. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new HashMap<>();
    facts.put("email", email.value());
    facts.put("name", name.value());
    facts.put("locale", locale.toLanguageTag());
    facts.put("password", password.encoded());
    organization.ifPresent(it -> facts.put("organization", it.value()));
    slug.ifPresent(it -> facts.put("slug", it.value()));
    return facts;
  }

  /** @throws IllegalArgumentException if the facts are not those of a sign-up */
  public static PendingSignUp fromFacts(Map<String, String> facts) {
    return new PendingSignUp(new EmailAddress(required(facts, "email")), new PersonName(required(facts, "name")),
        Locale.forLanguageTag(required(facts, "locale")), new PasswordHash(required(facts, "password")),
        Optional.ofNullable(facts.get("organization")).map(OrganizationName::new),
        Optional.ofNullable(facts.get("slug")).map(Slug::new));
  }

  private static String required(Map<String, String> facts, String name) {
    String value = facts.get(name);
    if (value == null) {
      throw new IllegalArgumentException("A pending sign-up without " + name);
    }
    return value;
  }
}
