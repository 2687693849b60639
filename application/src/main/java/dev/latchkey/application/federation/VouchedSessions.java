package dev.latchkey.application.federation;

import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.application.session.ShownProofs;
import dev.latchkey.application.sso.ProviderSessions;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.social.SocialProvider;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A person's sessions for which an identity provider has vouched, inside the running unit of work. */
public final class VouchedSessions {
  private final OwnSessions sessions;
  private final ShownProofs proofs;
  private final ProviderSessions providerSessions;

  public VouchedSessions(OwnSessions sessions, ShownProofs proofs, ProviderSessions providerSessions) {
    this.sessions = sessions;
    this.proofs = proofs;
    this.providerSessions = providerSessions;
  }

  /** Takes an organization's word out of all of them; those that have shown nothing else to sign in with end. */
  Changed withdraw(UserId user, OrganizationId organization) {
    return withdraw(user, proofs -> proofs.withoutSsoOf(organization),
        session -> providerSessions.remove(organization, session));
  }

  /** The same for what it said up to a moment: what it has said since is newer than what makes it void. */
  Changed withdraw(UserId user, OrganizationId organization, Instant upTo) {
    return withdraw(user, proofs -> proofs.withoutSsoOf(organization, upTo),
        session -> providerSessions.remove(organization, session));
  }

  /** The same for a provider of the deployment. */
  Changed withdraw(UserId user, SocialProvider provider) {
    return withdraw(user, proofs -> proofs.withoutSocialOf(provider.word()), session -> {});
  }

  private Changed withdraw(UserId user, UnaryOperator<Proofs> without, Consumer<SessionId> forget) {
    Set<SessionId> weakened = new LinkedHashSet<>();
    Set<SessionId> ended = new LinkedHashSet<>();
    for (Session each : sessions.of(user)) {
      Optional<Session> held = proofs.lock(each.id());
      Optional<Proofs> rest = held.map(it -> without.apply(it.proofs())).filter(it -> !it.equals(held.get().proofs()));
      if (rest.isPresent()) {
        (goesOn(held.get(), rest.get(), forget) ? weakened : ended).add(each.id());
      }
    }
    return new Changed(weakened, ended);
  }

  /** @return whether it goes on */
  private boolean goesOn(Session session, Proofs rest, Consumer<SessionId> forget) {
    if (rest.hasFirstFactor()) {
      proofs.keepOnly(session.id(), rest);
      forget.accept(session.id());
      return true;
    }
    sessions.end(session.userId(), session.id());
    return false;
  }

  /** Which sessions go on with less, and which are over. */
  record Changed(Set<SessionId> weakened, Set<SessionId> ended) {
    int count() {
      return weakened.size() + ended.size();
    }
  }
}
