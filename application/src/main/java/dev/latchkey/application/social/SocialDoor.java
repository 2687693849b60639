package dev.latchkey.application.social;

import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.social.SocialReception.Guest;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.social.SocialAdmission;
import dev.latchkey.domain.social.SocialAdmission.Verdict;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialPolicy;
import dev.latchkey.domain.sso.RoundTrip;
import dev.latchkey.domain.sso.SsoFault;
import java.util.List;
import java.util.Optional;

/** Decides about somebody whom a provider has named, and lets them in, inside the running unit of work. */
public final class SocialDoor {
  private final SocialArrivals arrivals;
  private final SocialReception reception;
  private final AutoJoining joining;
  private final Memberships memberships;
  private final SsoSessions sessions;
  private final SocialAudit audit;

  public SocialDoor(SocialArrivals arrivals, SocialReception reception, AutoJoining joining, Memberships memberships,
      SsoSessions sessions, SocialAudit audit) {
    this.arrivals = arrivals;
    this.reception = reception;
    this.joining = joining;
    this.memberships = memberships;
    this.sessions = sessions;
    this.audit = audit;
  }

  Answer open(Guest guest, Browser browser, RoundTrip way) {
    SocialArrivals.Known known = arrivals.of(guest.provider(), guest.identity());
    SocialAdmission admission =
        SocialPolicy.decide(known.arrival()).through(way, sessions.personIn(browser, guest.at()));
    return switch (admission.verdict()) {
      case Verdict.Enter enter -> enter(guest, browser, enter.user(), known.bound(), admission.chain());
      case Verdict.Claim claim ->
        welcome(guest, browser, way, reception.claim(claim.unused(), guest), admission.chain());
      case Verdict.Create create ->
        welcome(guest, browser, way, reception.open(create.email(), guest), admission.chain());
      case Verdict.DemandSso demand -> {
        audit.refused(AuditAction.SIGN_IN, Optional.of(demand.user()), guest.named(), Optional.empty(),
            admission.chain(), guest.origin());
        yield new Answer.Elsewhere(demand.organization());
      }
      case Verdict.Refuse refuse -> refuse(AuditAction.SIGN_IN, guest, refuse.fault(), refuse.user(),
          admission.chain());
    };
  }

  /** Who was faster with this address may have been the same person in another tab: then it is decided anew. */
  private Answer welcome(Guest guest, Browser browser, RoundTrip way, Optional<User> opened, List<Reason> chain) {
    return opened.isPresent()
        ? enter(guest, browser, opened.get(), Optional.empty(), chain)
        : open(guest, browser, way);
  }

  /** Lets in somebody who is linked. Whose address is proven anew may find an organization that has the domain verified. */
  Answer.Open enter(Guest guest, Browser browser, User user, Optional<SocialIdentity> bound, List<Reason> chain) {
    bound.ifPresent(it -> reception.noteUse(it, guest));
    if (guest.hasProven(user.email())) {
      joining.join(user, memberships.placesOf(user.id()), guest.origin());
    }
    audit.signedIn(user.id(), guest.named(), chain, guest.origin());
    return new Answer.Open(sessions.enter(user, guest.provider(), guest.signIn(), browser, guest.origin()));
  }

  Answer refuse(AuditAction action, Guest guest, SsoFault fault, Optional<UserId> user, List<Reason> chain) {
    audit.refused(action, user, guest.named(), Optional.of(fault), chain, guest.origin());
    return new Answer.Closed(fault);
  }

  /** Whether it opens. */
  sealed interface Answer {
    record Open(SsoSessions.Entered entered) implements Answer {}

    /** Only an organization's own identity provider will do. */
    record Elsewhere(Slug organization) implements Answer {}

    record Closed(SsoFault fault) implements Answer {}
  }
}
