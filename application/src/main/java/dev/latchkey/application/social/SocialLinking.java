package dev.latchkey.application.social;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.social.SocialReception.Guest;
import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.sso.SsoFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds an identity to the person who is signed in and asked for it, whatever the provider calls them; inside the running
 * unit of work.
 */
public final class SocialLinking {
  private final SocialIdentities identities;
  private final Users users;
  private final SocialReception reception;
  private final SsoSessions sessions;
  private final SocialDoor door;

  public SocialLinking(SocialIdentities identities, Users users, SocialReception reception, SsoSessions sessions,
      SocialDoor door) {
    this.identities = identities;
    this.users = users;
    this.reception = reception;
    this.sessions = sessions;
    this.door = door;
  }

  /** @param asking the session whose person wants it */
  SocialDoor.Answer link(Guest guest, Browser browser, SessionId asking) {
    List<Reason> chain = new ArrayList<>();
    Optional<SignedIn> asked =
        sessions.of(browser, guest.at()).filter(it -> it.session().id().equals(asking));
    if (asked.isEmpty()) {
      chain.add(Reason.failed("session-that-asked", "Whoever asked for it is not signed in any more."));
      return door.refuse(AuditAction.IDENTITY_LINKED, guest, SsoFault.BROWSER_DIFFERS, Optional.empty(), chain);
    }
    chain.add(Reason.passed("session-that-asked", ""));
    User user = users.find(asked.get().person().id()).orElseThrow();
    Optional<SocialIdentity> bound = identities.find(guest.provider(), guest.identity().subject());
    if (bound.filter(it -> !it.userId().equals(user.id())).isPresent()) {
      chain.add(Reason.failed("identity-free", "It is linked to another account."));
      return door.refuse(AuditAction.IDENTITY_LINKED, guest, SsoFault.LINKED_TO_ANOTHER, Optional.of(user.id()), chain);
    }
    chain.add(Reason.passed("identity-free", ""));
    if (bound.isEmpty()) {
      reception.link(user, guest);
    }
    return door.enter(guest, browser, user, bound, chain);
  }
}
