package dev.latchkey.application.usecase;

import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.history.ForeseeSignIn;
import dev.latchkey.application.memory.FakeAuthenticator;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.passkey.PasskeyCheck;
import dev.latchkey.application.passkey.SignInWithPasskey;
import dev.latchkey.application.passkey.StartPasskeyAssertion;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.social.CompleteSocialSignIn;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.AccessDecision;
import dev.latchkey.domain.policy.AccessPolicy;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInForecast.Answer;
import dev.latchkey.domain.signin.SignInMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link SsoWorld} in which somebody really signs in, by each of the ways that can be foreseen. */
final class ForesightWorld {
  static final EmailAddress BOB = new EmailAddress("bob@acme.example");
  static final String SUBJECT = "1";

  final SsoWorld sso = new SsoWorld();
  final World world = sso.world;
  private FakeAuthenticator authenticator = new FakeAuthenticator("laptop", true);
  private final ForeseeSignIn foresee = Foreseeing.on(world);
  private final RedeemMagicLink magicLink = new RedeemMagicLink(world.ports.users(), world.ports.memberships(),
      sso.links, world.guesses, world.autoJoining, world.sessionOpening, world.audit, world.ports.unitOfWork(),
      world.clock);
  private final StartPasskeyAssertion passkeyChallenge =
      new StartPasskeyAssertion(sso.links, world.ports.unitOfWork());
  private final SignInWithPasskey passkey = new SignInWithPasskey(
      new PasskeyCheck(world.ports.passkeys(), new FakeAuthenticator.Ceremonies(), sso.links), world.ports.users(),
      world.ports.memberships(), world.guesses, world.sessionOpening, world.audit, world.ports.unitOfWork(),
      world.clock);

  /** Another organization. */
  OrganizationId other() {
    Organization other = Examples.organization("Other", world.clock.instant());
    world.ports.organizations().add(other);
    return other.id();
  }

  /** The one with which Bob signs from now on. */
  FakeAuthenticator authenticator(boolean verifies) {
    authenticator = new FakeAuthenticator("laptop", verifies);
    return authenticator;
  }

  void demand(AuthenticationRequirement requirement) {
    world.ports.unitOfWork().run(() -> {
      world.ports.organizations()
          .save(world.ports.organizations().find(sso.acme.id()).orElseThrow().demanding(requirement));
      return true;
    });
  }

  SignInForecast foreseen(SignInMethod method) {
    UserId ada = sso.ada.person().id();
    Actor asks = new Actor.InSession(new SignedIn(
        sso.ada.session()
            .showing(Proofs.of(new Proof.Password(world.clock.instant()), new Proof.Totp(world.clock.instant()))),
        SignedIn.Person.of(world.ports.users().find(ada).orElseThrow()), world.ports.memberships().placesOf(ada)));
    return ((ForeseeSignIn.Outcome.Foreseen) foresee
        .foresee(new ForeseeSignIn.Query(asks, sso.acme.id(), BOB, method))).forecast();
  }

  /** What comes of it when Bob really does it and shows all that he has, with the chain that is kept of it. */
  SignInForecast real(SignInMethod method) {
    Optional<SignedIn> session = switch (method) {
      case PASSWORD -> byPassword();
      case MAGIC_LINK -> byMagicLink();
      case PASSKEY -> byPasskey();
      case SOCIAL -> bySocial();
      case SSO -> bySso();
    };
    List<Reason> chain = new ArrayList<>(world.lastAudit(AuditAction.SIGN_IN).chain());
    if (session.isEmpty()) {
      boolean ledAway = chain.getLast().equals(Reason.failed("method-accepted", "Single sign-on is demanded."));
      return new SignInForecast(ledAway ? Answer.SSO_REQUIRED : Answer.REFUSED, chain);
    }
    AccessDecision access = access(session.get());
    chain.addAll(access.chain());
    return new SignInForecast(switch (access.verdict()) {
      case ALLOWED -> Answer.OPENS;
      case SSO_REQUIRED -> Answer.SSO_REQUIRED;
      case MFA_ENROLMENT_REQUIRED -> Answer.MFA_ENROLMENT_REQUIRED;
      case MFA_REQUIRED, OWN_PROOF_REQUIRED, NOT_A_MEMBER -> Answer.REFUSED;
    }, chain);
  }

  private AccessDecision access(SignedIn in) {
    SignedIn complete = in.person().mfaEnrolled()
        ? in.showing(Proofs.of(in.session().proofs().all().getFirst(), new Proof.Totp(world.clock.instant())))
        : in;
    return world.ports.memberships().place(sso.acme.id(), in.person().id())
        .map(place -> AccessPolicy.decide(complete, place))
        .orElseGet(() -> new AccessDecision(AccessDecision.Verdict.NOT_A_MEMBER, List.of()));
  }

  private Optional<SignedIn> byPassword() {
    return world.signIn.signIn(new SignInWithPassword.Command(BOB, World.PASSWORD, Optional.of(sso.acme.slug()),
        world.newBrowser(), World.ORIGIN)) instanceof SignInWithPassword.Outcome.SignedIn in
            ? Optional.of(signedIn(in.opened()))
            : Optional.empty();
  }

  private Optional<SignedIn> byMagicLink() {
    Browser browser = world.newBrowser();
    Map<String, String> facts = world.ports.users().findByEmail(BOB).map(User::id).map(UserId::value)
        .map(id -> Map.of("user", id, "email", BOB.value(), "browser", browser.hash().hex())).orElse(Map.of());
    return world.ports.unitOfWork().run(() -> magicLink.redeem(new RedeemMagicLink.Command(
        sso.links.issue(Purpose.MAGIC_LINK, facts).token(), browser, true,
        World.ORIGIN))) instanceof RedeemMagicLink.Outcome.SignedIn in
            ? Optional.of(signedIn(in.opened()))
            : Optional.empty();
  }

  private Optional<SignedIn> byPasskey() {
    return passkey
        .signIn(new SignInWithPasskey.Command(authenticator.sign(passkeyChallenge.start()), world.newBrowser(),
            World.ORIGIN)) instanceof SignInWithPasskey.Outcome.SignedIn in
                ? Optional.of(signedIn(in.opened()))
                : Optional.empty();
  }

  private Optional<SignedIn> bySso() {
    sso.provider.knows(FakeRelyingParty.person(SUBJECT, BOB.value(), true));
    return sso.signIn() instanceof CompleteSsoSignIn.Outcome.Entered in
        ? Optional.of(in.session().signedIn())
        : Optional.empty();
  }

  private Optional<SignedIn> bySocial() {
    SocialWorld social = new SocialWorld(world, sso.provider, true, Foreseeing.GOOGLE);
    return social.signInAs(SUBJECT, BOB.value(), true) instanceof CompleteSocialSignIn.Outcome.Entered in
        ? Optional.of(in.session().signedIn())
        : Optional.empty();
  }

  private static SignedIn signedIn(SessionOpening.Opened opened) {
    return opened.session().signedIn();
  }
}
