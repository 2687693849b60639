package dev.latchkey.domain.social;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.policy.KeptSession;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.RoundTrip;
import dev.latchkey.domain.sso.SsoFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether somebody comes in through a provider of the deployment, as whom, and the rules that said so. */
public record SocialAdmission(Verdict verdict, List<Reason> chain) {
  public SocialAdmission {
    chain = List.copyOf(chain);
  }

  /**
   * The same, unless somebody would come in and who is signed in in the browser stays.
   *
   * @param here who that is
   */
  public SocialAdmission through(RoundTrip way, Optional<UserId> here) {
    return switch (verdict) {
      case Verdict.Enter enter -> unlessKept(way, here, Optional.of(enter.user().id()));
      case Verdict.Claim claim -> unlessKept(way, here, Optional.of(claim.unused().id()));
      case Verdict.Create create -> unlessKept(way, here, Optional.empty());
      case Verdict.DemandSso demand -> this;
      case Verdict.Refuse refuse -> this;
    };
  }

  private SocialAdmission unlessKept(RoundTrip way, Optional<UserId> here, Optional<UserId> arriving) {
    return KeptSession.against(way, here, arriving)
        .map(reason -> new SocialAdmission(new Verdict.Refuse(SsoFault.SIGNED_IN_AS_ANOTHER, arriving),
            Stream.concat(chain.stream(), Stream.of(reason)).toList()))
        .orElse(this);
  }

  /** What is to be done. */
  public sealed interface Verdict {
    /** Somebody who is linked. */
    record Enter(User user) implements Verdict {}

    /** An account that others entered by hand goes to the owner of its address. */
    record Claim(User unused) implements Verdict {}

    /** Somebody new. */
    record Create(EmailAddress email) implements Verdict {}

    /** Every organization of the person demands its own identity provider; this is one of them. */
    record DemandSso(Slug organization, UserId user) implements Verdict {}

    /** @param user whose account it is about, if the person may know of it */
    record Refuse(SsoFault fault, Optional<UserId> user) implements Verdict {}
  }
}
