package dev.latchkey.domain.federation;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.federation.NewcomerPolicy.Way;
import dev.latchkey.domain.federation.SsoAdmission.Joining;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.SsoFault;
import java.util.Optional;

/**
 * Decides who comes in through an organization's identity provider. Pure. Whoever is linked is who they were; an address
 * is only looked at for the others, and leads to an existing account only where the organization has proven that the
 * domain is its own.
 */
public final class SsoPolicy {
  /** The rule whose failure tells an organization that an address has an account elsewhere. */
  static final String OF_OWN_DOMAIN = "domain-verified-here";

  private final Arrival arrival;
  private final ReasonChain chain = new ReasonChain();

  private SsoPolicy(Arrival arrival) {
    this.arrival = arrival;
  }

  public static SsoAdmission decide(Arrival arrival) {
    SsoPolicy policy = new SsoPolicy(arrival);
    return new SsoAdmission(policy.judge(), policy.chain.links());
  }

  private Verdict judge() {
    if (arrival.linked().isPresent()) {
      chain.note(Reason.passed("identity-linked", ""));
      return person(arrival.linked().get(), false);
    }
    chain.note(Reason.skipped("identity-linked", "It is nobody's yet."));
    Optional<SsoFault> wrong = faultOfAddress();
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    return arrival.account().map(this::byAddress).orElseGet(this::newcomer);
  }

  private Verdict byAddress(User account) {
    if (arrival.isOfOwnDomain()) {
      chain.note(Reason.passed(OF_OWN_DOMAIN, ""));
      return arrival.mailed() || new WorkspaceRule(arrival, chain).allowsLinking()
          ? person(account, true)
          : refuse(SsoFault.EMAIL_NOT_VERIFIED);
    }
    if (arrival.isOwnerOfUnusedAccount()) {
      chain.note(Reason.passed("address-proven", ""));
      return person(account, true);
    }
    if (arrival.isAwaitedMember()) {
      chain.note(Reason.passed("awaited-member", ""));
      return person(account, true);
    }
    // Whoever would be refused without the account, too, is refused for that: an organization must not learn whom else
    // we know by having its identity provider name them.
    Optional<Verdict> alike = arrival.membership().isPresent()
        ? Optional.empty()
        : Optional.of(newcomer()).filter(Verdict.Refuse.class::isInstance);
    if (alike.isPresent()) {
      return alike.get();
    }
    chain.note(Reason.failed(OF_OWN_DOMAIN,
        "An account with this address is linked by itself only if the organization has verified the domain."));
    return refuse(SsoFault.NOT_LINKED);
  }

  /** An account that may come in if it belongs to the organization, or if something lets it join. */
  private Verdict person(User user, boolean link) {
    Optional<Membership> membership = arrival.membership();
    if (membership.isEmpty()) {
      return joining(link);
    }
    MembershipStatus status = membership.get().status();
    chain.rule("membership-active", status == MembershipStatus.ACTIVE, "The membership is " + status + ".");
    return switch (status) {
      case ACTIVE -> link ? new Verdict.Admit(user, true, Optional.empty()) : new Verdict.Enter(user);
      case PENDING -> refuse(SsoFault.MEMBER_PENDING);
      case DEACTIVATED -> refuse(SsoFault.MEMBER_DEACTIVATED);
    };
  }

  private Verdict joining(boolean link) {
    // Of somebody who is not linked the address has been looked at already.
    Optional<SsoFault> wrong = link ? Optional.empty() : faultOfAddress();
    return wrong.map(this::refuse).orElseGet(() -> join(arrival.linked().or(arrival::account), link));
  }

  private Verdict newcomer() {
    return join(Optional.empty(), true);
  }

  private Verdict join(Optional<User> user, boolean link) {
    return switch (new NewcomerPolicy(arrival, chain).judge()) {
      case Way.Open open -> as(open.joining(), user, link);
      case Way.Shut shut -> refuse(shut.fault());
    };
  }

  private Verdict as(Joining joining, Optional<User> user, boolean link) {
    return user.<Verdict>map(it -> new Verdict.Admit(it, link, Optional.of(joining)))
        .orElseGet(() -> new Verdict.Create(arrival.address().orElseThrow(), joining));
  }

  /** Why nothing may follow from the address; empty if it may. */
  private Optional<SsoFault> faultOfAddress() {
    Optional<EmailAddress> address = arrival.address();
    if (!chain.rule("address-named", address.isPresent(), "The identity provider names no e-mail address.")) {
      return Optional.of(SsoFault.EMAIL_MISSING);
    }
    if (!chain.rule("domain-not-foreign", !arrival.isOfForeignDomain(),
        "Another organization has verified the domain.")) {
      return Optional.of(SsoFault.DOMAIN_NOT_ALLOWED);
    }
    return chain.rule("address-believed", arrival.isAddressBelieved(), "The identity provider does not vouch for it.")
        ? Optional.empty()
        : Optional.of(SsoFault.EMAIL_NOT_VERIFIED);
  }

  private Verdict refuse(SsoFault fault) {
    boolean known = arrival.linked().isPresent() || arrival.membership().isPresent();
    return new Verdict.Refuse(fault, arrival.linked().or(arrival::account).filter(it -> known).map(User::id));
  }
}
