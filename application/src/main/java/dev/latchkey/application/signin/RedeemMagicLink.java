package dev.latchkey.application.signin;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.GuessKey;
import dev.latchkey.domain.signin.SignInDecision;
import dev.latchkey.domain.signin.SignInPolicy;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signs a person in by the link from the mail. In another browser than the one that asked for it, a click is needed
 * besides: a link that somebody else's mail scanner or a mistaken forward opens must not sign anybody in. The link proves
 * the address anew, so whoever belongs nowhere yet may find an organization that has their domain verified.
 */
public final class RedeemMagicLink {
  private final Users users;
  private final Memberships memberships;
  private final LinkTokens links;
  private final GuessLimit guesses;
  private final AutoJoining joining;
  private final SessionOpening sessions;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public RedeemMagicLink(Users users, Memberships memberships, LinkTokens links, GuessLimit guesses,
      AutoJoining joining, SessionOpening sessions, AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.users = users;
    this.memberships = memberships;
    this.links = links;
    this.guesses = guesses;
    this.joining = joining;
    this.sessions = sessions;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome redeem(Command command) {
    return unitOfWork.run(() -> {
      Taken looked = links.check(Purpose.MAGIC_LINK, command.token());
      if (!(looked instanceof Taken.Granted granted)) {
        // It has cost a try, and must not cost a second one.
        return signIn(command, looked);
      }
      boolean elsewhere = !command.browser().hash().hex().equals(granted.facts().get(SendMagicLink.BROWSER));
      return elsewhere && !command.confirmed()
          ? new Outcome.ConfirmationNeeded()
          : signIn(command, links.redeem(Purpose.MAGIC_LINK, command.token()));
    });
  }

  private Outcome signIn(Command command, Taken taken) {
    Optional<User> user = Optional.empty();
    Optional<String> refused = Optional.empty();
    switch (taken) {
      case Taken.Granted granted -> {
        user = Optional.ofNullable(granted.facts().get(SendMagicLink.USER)).map(UserId::new).flatMap(this::held);
        // The mailbox that the link went to may be a stranger's by now.
        refused = user.filter(found -> !found.email().value().equals(granted.facts().get(SendMagicLink.EMAIL)))
            .map(moved -> "mailed to an address before");
      }
      case Taken.Refused no -> refused = Optional.of(no.reason());
    }
    List<SignedIn.Place> places = user.map(found -> memberships.placesOf(found.id())).orElse(List.of());
    SignInDecision decision = SignInPolicy.byMagicLink(user, refused, places);
    audit.append((decision.verdict() == SignInDecision.Verdict.SIGNED_IN
        ? AuditTrail.Entry.success(AuditAction.SIGN_IN, command.origin())
        : AuditTrail.Entry.refused(AuditAction.SIGN_IN, command.origin())).by(decision.user())
        .because(decision.chain()).with(Map.of("method", "magic link")));
    return switch (decision.verdict()) {
      case REFUSED, TOO_MANY_TRIES -> new Outcome.LinkInvalid();
      case SSO_REQUIRED -> new Outcome.SsoRequired(decision.ssoOrganization().orElseThrow());
      case SIGNED_IN -> open(user.orElseThrow(), places, command);
    };
  }

  /** Held, so that nobody else gets the account while it is opened for the reader of this link. */
  private Optional<User> held(UserId id) {
    users.hold(id);
    return users.find(id);
  }

  private Outcome open(User user, List<SignedIn.Place> places, Command command) {
    // A mailed proof lifts what strangers' guesses at the password have piled up.
    guesses.forgive(GuessKey.of(user.email()));
    return new Outcome.SignedIn(sessions.open(user, joining.join(user, places, command.origin()),
        new Proof.MagicLink(clock.instant()), command.browser(),
        command.origin()));
  }

  /**
   * A link that was opened.
   *
   * @param browser the one that opened it
   * @param confirmed whether the person clicked that it shall happen in this browser
   */
  public record Command(LinkToken token, Browser browser, boolean confirmed, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record SignedIn(SessionOpening.Opened opened) implements Outcome {}

    /** Opened in another browser; the link is still good. */
    record ConfirmationNeeded() implements Outcome {}

    /** Wrong, used, expired or of somebody without access: deliberately one answer. */
    record LinkInvalid() implements Outcome {}

    record SsoRequired(Slug organization) implements Outcome {}
  }
}
