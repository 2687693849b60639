package dev.latchkey.application.federation;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.SsoFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds an identity to the person who is signed in and asked for it, whatever the provider calls them; inside the running
 * unit of work.
 */
public final class SsoLinking {
  private final FederatedIdentities identities;
  private final Users users;
  private final SsoReception reception;
  private final SsoSessions sessions;
  private final SsoDoor door;

  public SsoLinking(FederatedIdentities identities, Users users, SsoReception reception, SsoSessions sessions,
      SsoDoor door) {
    this.identities = identities;
    this.users = users;
    this.reception = reception;
    this.sessions = sessions;
    this.door = door;
  }

  SsoDoor.Answer link(SsoDoor.Call call) {
    List<Reason> chain = new ArrayList<>();
    Optional<SignedIn> asked = sessions.of(call.browser(), call.guest().at())
        .filter(it -> call.trip().linking().filter(it.session().id()::equals).isPresent());
    if (asked.isEmpty()) {
      chain.add(Reason.failed("session-that-asked", "Whoever asked for it is not signed in any more."));
      return door.refuse(call, SsoFault.BROWSER_DIFFERS, Optional.empty(), chain);
    }
    chain.add(Reason.passed("session-that-asked", ""));
    User user = users.find(asked.get().person().id()).orElseThrow();
    if (asked.get().place(call.guest().organization()).filter(it -> it.membership().isActive()).isEmpty()) {
      chain.add(Reason.failed("membership-active", "The person is no active member."));
      return door.refuse(call, SsoFault.MEMBER_DEACTIVATED, Optional.of(user.id()), chain);
    }
    chain.add(Reason.passed("membership-active", ""));
    Optional<FederatedIdentity> bound = identities.find(call.guest().organization(), call.guest().identity().subject());
    if (bound.filter(it -> !it.userId().equals(user.id())).isPresent()) {
      chain.add(Reason.failed("identity-free", "It is linked to another account."));
      return door.refuse(call, SsoFault.LINKED_TO_ANOTHER, Optional.of(user.id()), chain);
    }
    chain.add(Reason.passed("identity-free", ""));
    if (bound.isEmpty()) {
      reception.link(user, call.guest());
    }
    return door.enter(call, user, bound, chain);
  }
}
