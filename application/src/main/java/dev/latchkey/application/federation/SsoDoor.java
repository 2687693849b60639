package dev.latchkey.application.federation;

import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.sso.ProviderSessions;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.federation.SsoAdmission;
import dev.latchkey.domain.federation.SsoAdmission.Joining;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.federation.SsoPolicy;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.ProviderSession;
import dev.latchkey.domain.sso.ProviderSignIn;
import dev.latchkey.domain.sso.ProviderTokens;
import dev.latchkey.domain.sso.SsoConnection;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoRoundTrip;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Decides about somebody whom an identity provider has named, and lets them in, inside the running unit of work. */
public final class SsoDoor {
  private final SsoArrivals arrivals;
  private final SsoReception reception;
  private final SsoSessions sessions;
  private final SsoConnections connections;
  private final Memberships memberships;
  private final ProviderSessions providerSessions;
  private final Optional<Duration> checkedEvery;
  private final SsoAudit audit;

  /** @param checkedEvery how long to wait before the provider is asked whether the person is still there; empty for never */
  public SsoDoor(SsoArrivals arrivals, SsoReception reception, SsoSessions sessions, SsoConnections connections,
      Memberships memberships, ProviderSessions providerSessions, Optional<Duration> checkedEvery, SsoAudit audit) {
    this.arrivals = arrivals;
    this.reception = reception;
    this.sessions = sessions;
    this.connections = connections;
    this.memberships = memberships;
    this.providerSessions = providerSessions;
    this.checkedEvery = checkedEvery;
    this.audit = audit;
  }

  Answer open(Call call) {
    SsoArrivals.Known known = arrivals.of(call.trip(), call.connection(), call.guest().identity(), call.guest().at());
    SsoAdmission admission = SsoPolicy.decide(known.arrival()).through(call.trip().way(),
        sessions.personIn(call.browser(), call.guest().at()));
    arrivals.learned(known, admission);
    return switch (admission.verdict()) {
      case Verdict.Refuse refuse -> refuse(call, refuse.fault(), refuse.user(), admission.chain());
      case Verdict.Enter enter ->
        enter(call, enter.user(), known.bound(), known.proves(enter.user()), admission.chain());
      case Verdict.Admit admit -> {
        User user = reception.admit(admit, call.guest());
        yield admit.joining().filter(Joining::isPending).isPresent()
            ? refuse(call, SsoFault.MEMBER_PENDING, Optional.of(user.id()), admission.chain())
            : enter(call, user, known.bound(), known.proves(user), admission.chain());
      }
      case Verdict.Create create -> {
        User user = reception.create(create, call.guest());
        yield create.joining().isPending()
            ? refuse(call, SsoFault.MEMBER_PENDING, Optional.of(user.id()), admission.chain())
            : enter(call, user, Optional.empty(), known.proves(user), admission.chain());
      }
    };
  }

  /** Lets in somebody who is linked, and a member. */
  Answer.Open enter(Call call, User user, Optional<FederatedIdentity> bound, List<Reason> chain) {
    return enter(call, user, bound, false, chain);
  }

  private Answer.Open enter(Call call, User user, Optional<FederatedIdentity> bound, boolean proven,
      List<Reason> chain) {
    bound.ifPresent(it -> reception.noteUse(it, call.guest()));
    OrganizationId organization = call.guest().organization();
    audit.signedIn(organization, user.id(), call.guest().identity(), chain, call.guest().origin());
    SsoSessions.Entered entered = sessions.enter(user,
        new SsoSessions.Vouched(call.signIn(), organization, call.connection().version()), proven, call.browser(),
        call.guest().origin());
    providerSessions.keep(ProviderSession.opened(entered.signedIn().session().id(), organization,
        call.connection().version(), call.tokens(), checkedEvery, call.guest().at()));
    boolean owner = memberships.find(organization, user.id()).filter(Membership::isActiveOwner).isPresent();
    connections.noteSignIn(organization, call.connection().version(), call.guest().at(), owner);
    return new Answer.Open(user, entered);
  }

  Answer refuse(Call call, SsoFault fault, Optional<UserId> user, List<Reason> chain) {
    audit.refused(new SsoAudit.Trip(call.guest().organization(), call.trip().linking().isPresent(),
        call.guest().origin()), fault, user, call.guest().identity(), chain);
    return new Answer.Closed(fault);
  }

  /** Somebody at the door, and how they came there. */
  record Call(SsoRoundTrip trip, SsoConnection connection, SsoReception.Guest guest, ProviderSignIn signIn,
      ProviderTokens tokens, Browser browser) {}

  /** Whether it opens. */
  sealed interface Answer {
    record Open(User user, SsoSessions.Entered entered) implements Answer {}

    record Closed(SsoFault fault) implements Answer {}
  }
}
