package dev.latchkey.application.passkey;

import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.application.passkey.PasskeyCeremonies.Assertion;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.session.Proof;
import java.time.Instant;
import java.util.Optional;

/** Looks at what a passkey signed and uses the challenge up, inside the running unit of work. */
public final class PasskeyCheck {
  private final Passkeys passkeys;
  private final PasskeyCeremonies ceremonies;
  private final LinkTokens challenges;

  public PasskeyCheck(Passkeys passkeys, PasskeyCeremonies ceremonies, LinkTokens challenges) {
    this.passkeys = passkeys;
    this.ceremonies = ceremonies;
    this.challenges = challenges;
  }

  public Checked check(AssertionAnswer answer, Instant now) {
    Optional<LinkToken> challenge = ceremonies.challengeOf(answer.clientData());
    if (challenge.isEmpty()) {
      return new Checked.Refused("The challenge is none of ours.", Optional.empty());
    }
    if (challenges.redeem(Purpose.PASSKEY_ASSERTION, challenge.get()) instanceof Taken.Refused refused) {
      return new Checked.Refused("Challenge " + refused.reason() + ".", Optional.empty());
    }
    Optional<Passkey> passkey = passkeys.lock(answer.credential());
    return passkey.isEmpty()
        ? new Checked.Refused("Nobody has this passkey.", Optional.empty())
        : judge(passkey.get(), ceremonies.verify(challenge.get(), passkey.get(), answer), now);
  }

  private Checked judge(Passkey passkey, Assertion assertion, Instant now) {
    return switch (assertion) {
      case Assertion.Refused refused -> new Checked.Refused(refused.reason(), Optional.of(passkey.user()));
      case Assertion.Believed believed -> {
        Optional<Passkey> used = passkey.used(believed.signatureCount(), believed.userVerified(), now);
        used.ifPresent(passkeys::save);
        yield used.isPresent()
            ? new Checked.Proven(used.get(), new Proof.Passkey(now, believed.userVerified()))
            : new Checked.Refused("The signature counter did not go up: there may be a copy of " + passkey.id().value()
                + ".", Optional.of(passkey.user()));
      }
    };
  }

  /** What came of it. */
  public sealed interface Checked {
    record Proven(Passkey passkey, Proof.Passkey proof) implements Checked {}

    /**
     * @param reason for the audit
     * @param owner whose passkey was named, if it is one
     */
    record Refused(String reason, Optional<UserId> owner) implements Checked {}
  }
}
