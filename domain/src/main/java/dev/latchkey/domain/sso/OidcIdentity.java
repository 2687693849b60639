package dev.latchkey.domain.sso;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.domainclaim.DomainName;
import java.util.Locale;
import java.util.Optional;

/**
 * What a provider's validated answer says about who signed in.
 *
 * @param email absent if the provider gave none, or something that is no address
 * @param emailVerified whether the provider vouches for the address by its own rules; whether it is believed is decided
 *        by who owns the domain
 * @param hostedDomain of Google: the domain whose Workspace gave the person the account; absent if it is a private one
 */
public record OidcIdentity(FederatedSubject subject, Optional<EmailAddress> email, boolean emailVerified,
    Optional<PersonName> name, Optional<Locale> locale, Optional<DomainName> hostedDomain) {

  /** Whether it is of the one provider at which everybody in the world can have an account. */
  public boolean isOfGoogle() {
    return subject.issuer().equals(IssuerUrl.GOOGLE.value());
  }

  /**
   * Whether the address is the account's own, as far as it can be told apart. Google also confirms addresses that it doesn't
   * host, once, and doesn't notice when they change hands; only of the Workspace of an address's domain does it know whose
   * the address is today. Any other provider is taken at its word.
   */
  public boolean hasAddressOfItsOwn() {
    return !isOfGoogle() || (hostedDomain.isPresent() && hostedDomain.equals(email.map(DomainName::of)));
  }
}
