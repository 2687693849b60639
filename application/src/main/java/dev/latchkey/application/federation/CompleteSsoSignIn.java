package dev.latchkey.application.federation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.federation.SsoReturn.Back;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.SeenThrough;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import dev.latchkey.domain.sso.SsoRoundTrip;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Receives a browser that comes back from an identity provider. What it was sent away for is used up first, the provider
 * is asked next, and only then is decided, by what is stored at that moment.
 */
public final class CompleteSsoSignIn {
  private final SsoReturn returns;
  private final RelyingParty relyingParty;
  private final SsoDoor door;
  private final SsoLinking linking;
  private final SsoAudit audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public CompleteSsoSignIn(SsoReturn returns, RelyingParty relyingParty, SsoDoor door, SsoLinking linking,
      SsoAudit audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.returns = returns;
    this.relyingParty = relyingParty;
    this.door = door;
    this.linking = linking;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome complete(Command command) {
    Back back = unitOfWork.run(() -> {
      Back found = returns.take(command.state(), command.browser().hash(), command.dedicated());
      switch (found) {
        case Back.Stray stray -> audit.strayed(stray.problem(), command.origin());
        case Back.Mismatch mismatch -> audit.failed(trip(mismatch.trip(), command), mismatch.problem());
        case Back.Expected expected -> {}
      }
      return found;
    });
    return switch (back) {
      case Back.Stray stray -> new Outcome.Refused(stray.problem().fault(), Optional.empty(), false);
      // Whose it was is not told to a browser that may be a stranger's.
      case Back.Mismatch mismatch -> new Outcome.Refused(mismatch.problem().fault(), Optional.empty(), false);
      case Back.Expected expected -> redeem(expected, command);
    };
  }

  private Outcome redeem(Back.Expected expected, Command command) {
    return switch (relyingParty.redeem(expected.connection().client(), expected.trip().handshake(),
        command.answer())) {
      case RelyingParty.Redemption.Refused refused -> unitOfWork.run(() -> fail(expected, command, refused.problem()));
      case RelyingParty.Redemption.Identified identified -> unitOfWork.run(() -> decide(expected, command, identified));
    };
  }

  private Outcome decide(Back.Expected expected, Command command, RelyingParty.Redemption.Identified identified) {
    // Read again: while the provider was asked, an owner may have changed or deleted the connection.
    if (returns.connection(expected.trip()).isEmpty()) {
      return fail(expected, command, new SsoProblem(SsoFault.CONNECTION_CHANGED,
          "The connection was changed or deleted while the identity provider was being asked."));
    }
    Instant now = clock.instant();
    SsoReception.Guest guest = new SsoReception.Guest(expected.organization().id(), identified.identity(),
        SeenThrough.of(expected.connection().client()), command.locale(), command.origin(), now);
    SsoDoor.Call call = new SsoDoor.Call(expected.trip(), expected.connection(), guest, identified.tokens(),
        command.browser());
    SsoDoor.Answer answer = expected.trip().linking().isPresent() ? linking.link(call) : door.open(call);
    return switch (answer) {
      case SsoDoor.Answer.Open open -> new Outcome.Entered(open.user(), open.entered(),
          expected.trip().linking().isPresent(), expected.trip().returnTo());
      case SsoDoor.Answer.Closed closed -> refused(expected, closed.fault());
    };
  }

  private Outcome fail(Back.Expected expected, Command command, SsoProblem problem) {
    audit.failed(trip(expected.trip(), command), problem);
    return refused(expected, problem.fault());
  }

  private static Outcome refused(Back.Expected expected, SsoFault fault) {
    return new Outcome.Refused(fault, Optional.of(expected.organization().slug()),
        expected.trip().linking().isPresent());
  }

  private static SsoAudit.Trip trip(SsoRoundTrip trip, Command command) {
    return new SsoAudit.Trip(trip.organization(), trip.linking().isPresent(), command.origin());
  }

  /**
   * A browser that was sent back.
   *
   * @param state as it came, if it was one of ours by its form
   * @param dedicated whose own callback it came to; empty for the shared one
   * @param locale the browser's
   */
  public record Command(Optional<LinkToken> state, CallbackAnswer answer, Optional<Slug> dedicated, Browser browser,
      Locale locale, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** @param linked whether it was for linking, by somebody who was signed in before */
    record Entered(User user, SsoSessions.Entered session, boolean linked, Optional<String> returnTo)
        implements
          Outcome {}

    /**
     * @param organization whose sign-in can be begun anew; empty where the browser must not learn it
     * @param linking whether somebody wanted to be linked who was signed in
     */
    record Refused(SsoFault fault, Optional<Slug> organization, boolean linking) implements Outcome {}
  }
}
