package dev.latchkey.application.social;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.social.SocialDeparture.Prepared;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.session.TokenHash;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.SentBrowser;
import dev.latchkey.domain.sso.SsoFault;
import java.net.URI;
import java.util.Optional;

/**
 * Sends people who are signed in to a provider of the deployment, to be linked there. Whom it names is bound to the account
 * when the browser comes back in the same session. Another way into the account is opened by that, so it takes a fresh
 * proof that is the person's own.
 */
public final class BeginSocialLinking {
  private final SocialDeparture departure;
  private final AccountProof proof;
  private final SocialAudit audit;
  private final UnitOfWork unitOfWork;

  public BeginSocialLinking(SocialDeparture departure, AccountProof proof, SocialAudit audit, UnitOfWork unitOfWork) {
    this.departure = departure;
    this.proof = proof;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome begin(Command command) {
    if (!proof.isFresh(command.signedIn())) {
      return new Outcome.ProofTooOld();
    }
    return unitOfWork
        .run(() -> departure.prepare(command.provider(), SentBrowser.ofOwnAccord(command.browser()),
            Optional.of(command.signedIn().session().id()), Optional.of(command.returnTo())))
        .map(trip -> leadAway(trip, command)).orElseGet(Outcome.NotOffered::new);
  }

  private Outcome leadAway(Prepared trip, Command command) {
    return switch (departure.leadAway(trip, Optional.empty())) {
      case Authorization.At at -> new Outcome.LedAway(at.location());
      case Authorization.Impossible impossible -> unitOfWork.run(() -> {
        audit.failed(AuditAction.IDENTITY_LINKED, command.provider(), impossible.problem(), command.origin());
        return new Outcome.Refused(impossible.problem().fault());
      });
    };
  }

  /**
   * Who wants to be linked where.
   *
   * @param browser the browser's lasting cookie, by which it is recognised when it comes back
   * @param returnTo the page to go on to
   */
  public record Command(SignedIn signedIn, SocialProvider provider, TokenHash browser, String returnTo,
      Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record LedAway(URI location) implements Outcome {}

    /** The operator has not set the provider up. */
    record NotOffered() implements Outcome {}

    record ProofTooOld() implements Outcome {}

    record Refused(SsoFault fault) implements Outcome {}
  }
}
