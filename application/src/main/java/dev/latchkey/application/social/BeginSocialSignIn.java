package dev.latchkey.application.social;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.social.SocialDeparture.Prepared;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.SentBrowser;
import dev.latchkey.domain.sso.SsoFault;
import java.net.URI;
import java.util.Optional;

/** Sends a browser to a provider of the deployment, to sign in there. */
public final class BeginSocialSignIn {
  private final SocialDeparture departure;
  private final SocialAudit audit;
  private final UnitOfWork unitOfWork;

  public BeginSocialSignIn(SocialDeparture departure, SocialAudit audit, UnitOfWork unitOfWork) {
    this.departure = departure;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome begin(Command command) {
    return unitOfWork
        .run(() -> departure.prepare(command.provider(), command.browser(), Optional.empty(), command.returnTo()))
        .map(trip -> leadAway(trip, command)).orElseGet(Outcome.NotOffered::new);
  }

  private Outcome leadAway(Prepared trip, Command command) {
    return switch (departure.leadAway(trip, command.loginHint())) {
      case Authorization.At at -> new Outcome.LedAway(at.location());
      case Authorization.Impossible impossible -> unitOfWork.run(() -> {
        audit.failed(AuditAction.SIGN_IN, command.provider(), impossible.problem(), command.origin());
        return new Outcome.Refused(impossible.problem().fault());
      });
    };
  }

  /**
   * Who wants to sign in where.
   *
   * @param loginHint the address that was typed, if any
   * @param returnTo the page to go on to
   */
  public record Command(SocialProvider provider, Optional<EmailAddress> loginHint, Optional<String> returnTo,
      SentBrowser browser, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record LedAway(URI location) implements Outcome {}

    /** The operator has not set the provider up. */
    record NotOffered() implements Outcome {}

    record Refused(SsoFault fault) implements Outcome {}
  }
}
