package dev.latchkey.domain.federation;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.federation.SsoAdmission.Joining;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.SsoFault;
import java.util.ArrayList;
import java.util.List;
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
  private final List<Reason> chain = new ArrayList<>();

  private SsoPolicy(Arrival arrival) {
    this.arrival = arrival;
  }

  public static SsoAdmission decide(Arrival arrival) {
    SsoPolicy policy = new SsoPolicy(arrival);
    return new SsoAdmission(policy.judge(), policy.chain);
  }

  private Verdict judge() {
    if (arrival.linked().isPresent()) {
      chain.add(Reason.passed("identity-linked", ""));
      return person(arrival.linked().get(), false);
    }
    chain.add(Reason.skipped("identity-linked", "It is nobody's yet."));
    Optional<SsoFault> wrong = faultOfAddress();
    if (wrong.isPresent()) {
      return refuse(wrong.get());
    }
    return arrival.account().map(this::byAddress).orElseGet(this::newcomer);
  }

  private Verdict byAddress(User account) {
    if (arrival.isOfOwnDomain()) {
      chain.add(Reason.passed(OF_OWN_DOMAIN, ""));
      return person(account, true);
    }
    if (arrival.isOwnerOfUnusedAccount()) {
      chain.add(Reason.passed("address-proven", ""));
      return person(account, true);
    }
    if (arrival.isAwaitedMember()) {
      chain.add(Reason.passed("awaited-member", ""));
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
    chain.add(Reason.failed(OF_OWN_DOMAIN,
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
    rule("membership-active", status == MembershipStatus.ACTIVE, "The membership is " + status + ".");
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
    Optional<Joining> invited = invited();
    if (invited.isPresent()) {
      return as(invited.get(), user, link);
    }
    if (!rule("not-removed", !arrival.removed(), "Whoever was removed comes back only by a new invitation.")) {
      return refuse(SsoFault.MEMBER_REMOVED);
    }
    Optional<Joining> byDomain = arrival.domain().filter(it -> arrival.isOfOwnDomain())
        .flatMap(it -> byDomain(it.settings().autoJoin()));
    if (byDomain.isPresent()) {
      return as(byDomain.get(), user, link);
    }
    if (!rule("just-in-time", arrival.jit().enabled(), "Nobody is let in at their first sign-in.")) {
      return refuse(SsoFault.NOT_LINKED);
    }
    if (!rule("domain-not-suspended", !arrival.isOfLapsedDomain(), "The proof of the domain has been gone too long.")
        || !rule("domain-allowed", arrival.jit().allows(domain()), domain().value() + " is not among those allowed.")) {
      return refuse(SsoFault.DOMAIN_NOT_ALLOWED);
    }
    if (!rule("few-accounts-met", arrival.linked().isPresent() || !arrival.discreet(),
        "Many of those named lately have an account elsewhere. For a while, who has none is not told from who has one.")) {
      return refuse(SsoFault.NOT_LINKED);
    }
    return as(joined(arrival.jit().defaultRole(), MembershipStatus.ACTIVE, MembershipSource.JIT), user, link);
  }

  private Optional<Joining> invited() {
    chain.add(arrival.invitation().isPresent()
        ? Reason.passed("invited", "As " + arrival.invitation().get().role() + ".")
        : Reason.skipped("invited", ""));
    return arrival.invitation().map(it -> new Joining(it.role(), MembershipStatus.ACTIVE, MembershipSource.INVITATION,
        Optional.of(it)));
  }

  /** Where admins want to see everybody of a domain first, that goes before just-in-time. */
  private Optional<Joining> byDomain(AutoJoin autoJoin) {
    boolean jit = arrival.jit().enabled() && arrival.jit().allows(domain());
    return switch (autoJoin) {
      case APPROVAL -> {
        chain.add(Reason.failed("domain-approval", "An admin has to approve people of " + domain().value() + "."));
        yield Optional.of(joined(jit ? arrival.jit().defaultRole() : Role.AGENT, MembershipStatus.PENDING,
            jit ? MembershipSource.JIT : MembershipSource.AUTOJOIN));
      }
      case AUTOMATIC -> {
        chain.add(Reason.passed("domain-welcome", "People of " + domain().value() + " are members at once."));
        yield jit
            ? Optional.of(joined(arrival.jit().defaultRole(), MembershipStatus.ACTIVE, MembershipSource.JIT))
            : Optional.of(joined(Role.AGENT, MembershipStatus.ACTIVE, MembershipSource.AUTOJOIN));
      }
      case OFF -> Optional.empty();
    };
  }

  private Verdict as(Joining joining, Optional<User> user, boolean link) {
    return user.<Verdict>map(it -> new Verdict.Admit(it, link, Optional.of(joining)))
        .orElseGet(() -> new Verdict.Create(arrival.address().orElseThrow(), joining));
  }

  private static Joining joined(Role role, MembershipStatus status, MembershipSource source) {
    return new Joining(role, status, source, Optional.empty());
  }

  /** Why nothing may follow from the address; empty if it may. */
  private Optional<SsoFault> faultOfAddress() {
    Optional<EmailAddress> address = arrival.address();
    if (!rule("address-named", address.isPresent(), "The identity provider names no e-mail address.")) {
      return Optional.of(SsoFault.EMAIL_MISSING);
    }
    if (!rule("domain-not-foreign", !arrival.isOfForeignDomain(), "Another organization has verified the domain.")) {
      return Optional.of(SsoFault.DOMAIN_NOT_ALLOWED);
    }
    return rule("address-believed", arrival.isAddressBelieved(), "The identity provider does not vouch for it.")
        ? Optional.empty()
        : Optional.of(SsoFault.EMAIL_NOT_VERIFIED);
  }

  private DomainName domain() {
    return DomainName.of(arrival.address().orElseThrow());
  }

  private Verdict refuse(SsoFault fault) {
    boolean known = arrival.linked().isPresent() || arrival.membership().isPresent();
    return new Verdict.Refuse(fault, arrival.linked().or(arrival::account).filter(it -> known).map(User::id));
  }

  private boolean rule(String name, boolean holds, String otherwise) {
    chain.add(holds ? Reason.passed(name, "") : Reason.failed(name, otherwise));
    return holds;
  }
}
