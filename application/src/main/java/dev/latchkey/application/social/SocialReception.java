package dev.latchkey.application.social;

import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.federation.IdentityNotices;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.ProviderSignIn;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Makes of somebody who was admitted what the decision says, inside the running unit of work. */
public final class SocialReception {
  private final SocialIdentities identities;
  private final AccountOpening accounts;
  private final IdentityNotices notices;
  private final SocialAudit audit;
  private final Ids ids;

  public SocialReception(SocialIdentities identities, AccountOpening accounts, IdentityNotices notices,
      SocialAudit audit, Ids ids) {
    this.identities = identities;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.ids = ids;
  }

  /**
   * Gives the address, which the provider vouches for, its account: a new one, or the one that nobody has used.
   *
   * @return empty if somebody has begun to use the account of this address meanwhile
   */
  Optional<User> open(EmailAddress proven, Guest guest) {
    Optional<User> opened = accounts.open(proven, guest.name(proven),
        guest.identity().locale().orElse(guest.locale()), guest.at());
    opened.ifPresent(user -> {
      audit.accountOpened(user, guest.named(), guest.origin());
      bind(user.id(), guest);
    });
    return opened;
  }

  /** The same where there was one, entered by others; its owner is told. */
  Optional<User> claim(User unused, Guest guest) {
    Optional<User> claimed = open(unused.email(), guest);
    claimed.ifPresent(user -> notices.linked(user, guest.provider()));
    return claimed;
  }

  /** Binds somebody to an account that they use; its owner is told. */
  void link(User user, Guest guest) {
    bind(user.id(), guest);
    notices.linked(user, guest.provider());
  }

  private void bind(UserId user, Guest guest) {
    identities.add(new SocialIdentity(new IdentityId(ids.next()), guest.provider(), guest.identity().subject(), user,
        guest.identity().email(), guest.at(), Optional.of(guest.at())));
    audit.linked(user, guest.named(), guest.origin());
  }

  void noteUse(SocialIdentity bound, Guest guest) {
    identities.noteUse(bound.usedAt(guest.at(), guest.identity().email()));
  }

  /**
   * Somebody who stands at the door.
   *
   * @param signIn when they showed the provider who they are
   * @param locale the browser's, for who has said nothing else
   */
  record Guest(SocialProvider provider, OidcIdentity identity, ProviderSignIn signIn, Locale locale, Origin origin) {
    /** When they came back from there. */
    Instant at() {
      return signIn.arrivedAt();
    }

    SocialAudit.Named named() {
      return new SocialAudit.Named(provider, identity);
    }

    /** Whether the provider has proven just now that this address is the guest's, and still is. */
    boolean hasProven(EmailAddress address) {
      return identity.emailVerified() && identity.hasAddressOfItsOwn()
          && identity.email().filter(address::equals).isPresent();
    }

    private PersonName name(EmailAddress email) {
      return identity.name().orElseGet(() -> new PersonName(email.localPart()));
    }
  }
}
