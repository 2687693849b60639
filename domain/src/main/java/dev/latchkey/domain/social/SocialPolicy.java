package dev.latchkey.domain.social;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.signin.SignInDecision;
import dev.latchkey.domain.signin.SignInPolicy;
import dev.latchkey.domain.social.SocialAdmission.Verdict;
import dev.latchkey.domain.sso.SsoFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides who comes in through a provider of the deployment. Pure. Whoever is linked is who they were. An address is only
 * looked at for the others, only if the provider vouches for it, and never leads into an account that somebody uses: to
 * that its owner connects the provider from inside.
 */
public final class SocialPolicy {
  private final SocialArrival arrival;
  private final List<Reason> chain = new ArrayList<>();

  private SocialPolicy(SocialArrival arrival) {
    this.arrival = arrival;
  }

  public static SocialAdmission decide(SocialArrival arrival) {
    SocialPolicy policy = new SocialPolicy(arrival);
    return new SocialAdmission(policy.judge(), policy.chain);
  }

  private Verdict judge() {
    if (arrival.linked().isPresent()) {
      chain.add(Reason.passed("identity-linked", ""));
      return admitted(arrival.linked().get(), new Verdict.Enter(arrival.linked().get()));
    }
    chain.add(Reason.skipped("identity-linked", "It is nobody's yet."));
    Optional<EmailAddress> address = arrival.identity().email();
    if (!rule("address-named", address.isPresent(), "The provider names no address that could be believed.")) {
      return refuse(SsoFault.EMAIL_MISSING);
    }
    if (!rule("address-believed", arrival.identity().emailVerified(), "The provider does not vouch for it.")) {
      return refuse(SsoFault.EMAIL_NOT_VERIFIED);
    }
    return arrival.account().map(this::byAddress).orElseGet(() -> newcomer(address.get()));
  }

  private Verdict byAddress(User account) {
    return rule("account-unused", arrival.unused(),
        "Somebody uses an account with this address; only from inside can it be linked.")
            ? admitted(account, new Verdict.Claim(account))
            : new Verdict.Refuse(SsoFault.ACCOUNT_EXISTS, Optional.of(account.id()));
  }

  private Verdict newcomer(EmailAddress address) {
    return rule("sign-up-open", arrival.signUpOpen(), "Nobody can sign up by themselves here.")
        ? new Verdict.Create(address)
        : refuse(SsoFault.SIGN_UP_CLOSED);
  }

  /** What holds for every account and every first factor that is not single sign-on itself. */
  private Verdict admitted(User user, Verdict verdict) {
    SignInDecision decision = SignInPolicy.bySocial(user, arrival.places());
    chain.addAll(decision.chain());
    return switch (decision.verdict()) {
      case SIGNED_IN -> verdict;
      case SSO_REQUIRED -> new Verdict.DemandSso(decision.ssoOrganization().orElseThrow(), user.id());
      case REFUSED, TOO_MANY_TRIES -> new Verdict.Refuse(SsoFault.MEMBER_DEACTIVATED, Optional.of(user.id()));
    };
  }

  private static Verdict refuse(SsoFault fault) {
    return new Verdict.Refuse(fault, Optional.empty());
  }

  private boolean rule(String name, boolean holds, String otherwise) {
    chain.add(holds ? Reason.passed(name, "") : Reason.failed(name, otherwise));
    return holds;
  }
}
