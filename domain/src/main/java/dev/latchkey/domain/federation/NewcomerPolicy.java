package dev.latchkey.domain.federation;

import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.federation.SsoAdmission.Joining;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.SsoFault;
import java.util.Optional;

/**
 * Decides whether somebody whom the organization's identity provider names becomes a member: by an invitation, because the
 * domain is welcome, or at the first sign-in. The address is believed already.
 */
record NewcomerPolicy(Arrival arrival, ReasonChain chain) {

  Way judge() {
    Optional<Joining> invited = invited();
    if (invited.isPresent()) {
      return new Way.Open(invited.get());
    }
    if (!chain.rule("not-removed", !arrival.removed(), "Whoever was removed comes back only by a new invitation.")) {
      return new Way.Shut(SsoFault.MEMBER_REMOVED);
    }
    AutoJoin autoJoin = arrival.autoJoin();
    if (autoJoin == AutoJoin.OFF
        && !chain.rule("just-in-time", arrival.jit().enabled(), "Nobody is let in at their first sign-in.")) {
      return new Way.Shut(SsoFault.NOT_LINKED);
    }
    if (!new WorkspaceRule(arrival, chain).allowsJoining()) {
      return new Way.Shut(SsoFault.DOMAIN_NOT_ALLOWED);
    }
    return switch (autoJoin) {
      case OFF -> atFirstSignIn();
      case APPROVAL -> awaiting();
      case AUTOMATIC -> welcome();
    };
  }

  private Optional<Joining> invited() {
    chain.note(arrival.invitation().isPresent()
        ? Reason.passed("invited", "As " + arrival.invitation().get().role() + ".")
        : Reason.skipped("invited", ""));
    return arrival.invitation().map(it -> new Joining(it.role(), MembershipStatus.ACTIVE, MembershipSource.INVITATION,
        Optional.of(it)));
  }

  private Way atFirstSignIn() {
    if (!chain.rule("domain-not-suspended", !arrival.isOfLapsedDomain(),
        "The proof of the domain has been gone too long.")
        || !chain.rule("domain-allowed", arrival.jit().allows(domain()),
            domain().value() + " is not among those allowed.")) {
      return new Way.Shut(SsoFault.DOMAIN_NOT_ALLOWED);
    }
    if (!chain.rule("few-accounts-met", arrival.linked().isPresent() || !arrival.discreet(),
        "Many of those named lately have an account elsewhere. For a while, who has none is not told from who has one.")) {
      return new Way.Shut(SsoFault.NOT_LINKED);
    }
    return joined(arrival.jit().defaultRole(), MembershipStatus.ACTIVE, MembershipSource.JIT);
  }

  /** Where admins want to see everybody of a domain first, that goes before just-in-time. */
  private Way awaiting() {
    chain.note(Reason.failed("domain-approval", "An admin has to approve people of " + domain().value() + "."));
    return ofDomain(MembershipStatus.PENDING);
  }

  private Way welcome() {
    chain.note(Reason.passed("domain-welcome", "People of " + domain().value() + " are members at once."));
    return ofDomain(MembershipStatus.ACTIVE);
  }

  private Way ofDomain(MembershipStatus status) {
    return arrival.jit().enabled() && arrival.jit().allows(domain())
        ? joined(arrival.jit().defaultRole(), status, MembershipSource.JIT)
        : joined(Role.AGENT, status, MembershipSource.AUTOJOIN);
  }

  private static Way joined(Role role, MembershipStatus status, MembershipSource source) {
    return new Way.Open(new Joining(role, status, source, Optional.empty()));
  }

  private DomainName domain() {
    return DomainName.of(arrival.address().orElseThrow());
  }

  /** What it comes to. */
  sealed interface Way {
    record Open(Joining joining) implements Way {}

    record Shut(SsoFault fault) implements Way {}
  }
}
