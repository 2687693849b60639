package dev.latchkey.domain.policy;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.domainclaim.DomainName;
import java.util.Set;

/** How far a member has come with single sign-on. */
public enum SsoStanding {
  /** The identity provider's word opens the account. */
  LINKED,
  /** It will from the first sign-in there on: the address belongs to a domain that the organization has verified. */
  AT_FIRST_SIGN_IN,
  /** The person has to link it themselves, signed in here. */
  NONE;

  /** @param domains those that the organization has verified */
  public static SsoStanding of(boolean linked, EmailAddress email, Set<DomainName> domains) {
    if (linked) {
      return LINKED;
    }
    return domains.contains(DomainName.of(email)) ? AT_FIRST_SIGN_IN : NONE;
  }
}
