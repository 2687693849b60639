package dev.latchkey.application.setup;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import java.util.Optional;

/** Looks at a setup link without using it up, so that nobody chooses a password for nothing. */
public final class ReadSetup {
  private final LinkTokens links;
  private final SetupStanding standing;
  private final UnitOfWork unitOfWork;

  public ReadSetup(LinkTokens links, SetupStanding standing, UnitOfWork unitOfWork) {
    this.links = links;
    this.standing = standing;
    this.unitOfWork = unitOfWork;
  }

  public Outcome read(LinkToken token) {
    return unitOfWork.run(() -> Optional.of(links.check(Purpose.SETUP_LINK, token))
        .filter(Taken.Granted.class::isInstance).map(Taken.Granted.class::cast)
        .map(granted -> SetupFacts.of(granted.facts()))
        .filter(facts -> standing.judge(facts, token.id()).candidate().isPresent())
        .<Outcome>map(facts -> new Outcome.Open(facts.mailedTo())).orElseGet(Outcome.LinkInvalid::new));
  }

  /** What the link is. */
  public sealed interface Outcome {
    record Open(EmailAddress email) implements Outcome {}

    /** Wrong, used, expired, not the newest, or not for its reader any more: deliberately one answer. */
    record LinkInvalid() implements Outcome {}
  }
}
