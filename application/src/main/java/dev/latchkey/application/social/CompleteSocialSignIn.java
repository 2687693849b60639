package dev.latchkey.application.social;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.social.SocialReturn.Back;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.ProviderSignIn;
import dev.latchkey.domain.sso.RoundTrip;
import dev.latchkey.domain.sso.SsoFault;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Receives a browser that comes back from a provider of the deployment. What it was sent away for is used up first, the
 * provider is asked next, and only then is decided, by what is stored at that moment.
 */
public final class CompleteSocialSignIn {
  private final SocialReturn returns;
  private final RelyingParty relyingParty;
  private final SocialDoor door;
  private final SocialLinking linking;
  private final SocialAudit audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public CompleteSocialSignIn(SocialReturn returns, RelyingParty relyingParty, SocialDoor door, SocialLinking linking,
      SocialAudit audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.returns = returns;
    this.relyingParty = relyingParty;
    this.door = door;
    this.linking = linking;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome complete(Command command) {
    if (!returns.isOffered(command.provider())) {
      return new Outcome.NotOffered();
    }
    Back back = unitOfWork.run(() -> {
      Back found = returns.take(command.state(), command.browser().hash(), command.provider());
      if (found instanceof Back.Unexpected unexpected) {
        audit.failed(AuditAction.SIGN_IN, command.provider(), unexpected.problem(), command.origin());
      }
      return found;
    });
    return switch (back) {
      case Back.Unexpected unexpected -> new Outcome.Refused(unexpected.problem().fault(), false);
      case Back.Expected expected -> redeem(expected, command);
    };
  }

  private Outcome redeem(Back.Expected expected, Command command) {
    RoundTrip way = expected.trip().way();
    return switch (relyingParty.redeem(expected.client(), way.handshake(), command.answer())) {
      case RelyingParty.Redemption.Refused refused -> unitOfWork.run(() -> {
        audit.failed(way.linking().isPresent() ? AuditAction.IDENTITY_LINKED : AuditAction.SIGN_IN,
            command.provider(), refused.problem(), command.origin());
        return new Outcome.Refused(refused.problem().fault(), way.linking().isPresent());
      });
      case RelyingParty.Redemption.Identified identified -> unitOfWork.run(() -> decide(way, command, identified));
    };
  }

  private Outcome decide(RoundTrip way, Command command, RelyingParty.Redemption.Identified identified) {
    SocialReception.Guest guest = new SocialReception.Guest(command.provider(), identified.identity(),
        new ProviderSignIn(identified.signedInAt(), clock.instant()), command.locale(), command.origin());
    SocialDoor.Answer answer = way.linking().map(asking -> linking.link(guest, command.browser(), asking))
        .orElseGet(() -> door.open(guest, command.browser(), way));
    return switch (answer) {
      case SocialDoor.Answer.Open open -> new Outcome.Entered(open.entered(), way.returnTo());
      case SocialDoor.Answer.Elsewhere elsewhere -> new Outcome.SsoRequired(elsewhere.organization(), way.returnTo());
      case SocialDoor.Answer.Closed closed -> new Outcome.Refused(closed.fault(), way.linking().isPresent());
    };
  }

  /**
   * A browser that was sent back.
   *
   * @param provider whose callback it came to
   * @param state as it came, if it was one of ours by its form
   * @param locale the browser's
   */
  public record Command(SocialProvider provider, Optional<LinkToken> state, CallbackAnswer answer, Browser browser,
      Locale locale, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Entered(SsoSessions.Entered session, Optional<String> returnTo) implements Outcome {}

    /** Every organization of the person demands its own identity provider. */
    record SsoRequired(Slug organization, Optional<String> returnTo) implements Outcome {}

    /** The operator has not set the provider up. */
    record NotOffered() implements Outcome {}

    /** @param linking whether somebody wanted to be linked who was signed in */
    record Refused(SsoFault fault, boolean linking) implements Outcome {}
  }
}
