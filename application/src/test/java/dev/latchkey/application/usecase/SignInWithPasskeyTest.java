package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static dev.latchkey.application.usecase.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Together;
import dev.latchkey.application.memory.FakeAuthenticator;
import dev.latchkey.application.passkey.AssertionAnswer;
import dev.latchkey.application.passkey.ReauthenticateWithPasskey;
import dev.latchkey.application.passkey.SignInWithPasskey.Outcome;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInWithPasskeyTest {
  private final PasskeyWorld passkeys = new PasskeyWorld();
  private final MfaWorld mfa = passkeys.mfa;
  private final World world = passkeys.world;
  private final FakeAuthenticator laptop = new FakeAuthenticator("laptop", true);
  private final FakeAuthenticator token = new FakeAuthenticator("token", false);
  private final BearerToken session = passkeys.enrol(passkeys.enrol(world.register(ADA).token(), token), laptop);

  @Test
  void signs_the_owner_in_with_both_factors_at_once() {
    SignedIn in = signedIn(laptop.sign(challenge()));
    assertThat(in.person().email()).isEqualTo(ADA);
    assertThat(in.session().proofs().has(Proof.Passkey.class)).isTrue();
    assertThat(MfaState.of(in)).isEqualTo(MfaState.DONE);
    AuditEvent event = world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.SUCCESS);
    assertThat(event.details()).containsEntry("method", "passkey");
  }

  @Test
  void asks_for_the_app_after_a_passkey_that_did_not_verify_its_owner() {
    assertThat(MfaState.of(signedIn(token.sign(challenge())))).isEqualTo(MfaState.NONE);
    mfa.enrol(session);
    assertThat(MfaState.of(signedIn(token.sign(challenge())))).isEqualTo(MfaState.REQUIRED);
    assertThat(MfaState.of(signedIn(laptop.sign(challenge())))).isEqualTo(MfaState.DONE);
  }

  @Test
  void remembers_when_a_passkey_was_used() {
    signedIn(laptop.sign(challenge()));
    assertThat(passkeys.list.list(mfa.session(session))).last()
        .satisfies(passkey -> assertThat(passkey.lastUsedAt()).contains(world.clock.instant()));
  }

  @Test
  void takes_a_challenge_once_of_this_purpose_and_in_its_time() {
    LinkToken used = challenge();
    signedIn(laptop.sign(used));
    assertRefused(laptop.sign(used), "Challenge taken.");
    assertRefused(laptop.sign(passkeys.offer(session)), "Challenge unknown.");
    assertRefused(laptop.sign(LinkToken.random(used.id(), world.random)), "Challenge taken.");
    LinkToken old = challenge();
    world.clock.advance(Duration.ofMinutes(5));
    assertRefused(laptop.sign(old), "Challenge expired.");
    world.clock.set(World.NOON);
    assertRefused(laptop.sign(old), "Challenge expired.");
  }

  @Test
  void of_sixteen_that_use_one_challenge_together_one_gets_in() {
    AssertionAnswer answer = laptop.sign(challenge());
    assertThat(Together.run(16, () -> passkeys.signIn(answer) instanceof Outcome.SignedIn)).containsOnlyOnce(true);
  }

  @Test
  void refuses_a_signature_that_is_not_the_passkeys() {
    assertRefused(FakeAuthenticator.forged(laptop.sign(challenge())), "Signature wrong.");
  }

  @Test
  void refuses_a_passkey_that_nobody_has() {
    assertRefused(new FakeAuthenticator("strange", true).sign(challenge()), "Nobody has this passkey.");
  }

  @Test
  void refuses_and_records_a_counter_that_does_not_go_up() {
    signedIn(laptop.sign(challenge(), 20));
    assertThat(passkeys.signIn(laptop.sign(challenge(), 20))).isEqualTo(new Outcome.Refused());
    AuditEvent event = world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.actor()).contains(mfa.session(session).person().id());
    assertThat(event.chain().getLast().detail()).contains("counter");
    signedIn(laptop.sign(challenge(), 21));
  }

  @Test
  void refuses_people_without_access_like_strangers() {
    SignedIn.Place place = mfa.session(session).places().getFirst();
    save(place.membership(), MembershipStatus.DEACTIVATED, AuthRequired.ANY, place.organization());
    assertThat(passkeys.signIn(laptop.sign(challenge()))).isEqualTo(new Outcome.Refused());
    assertThat(world.lastAudit(AuditAction.SIGN_IN).chain().getLast().rule()).isEqualTo("not-deactivated-everywhere");
  }

  @Test
  void is_no_way_around_single_sign_on() {
    SignedIn.Place place = mfa.session(session).places().getFirst();
    save(place.membership(), MembershipStatus.ACTIVE, AuthRequired.SSO, place.organization());
    assertThat(passkeys.signIn(laptop.sign(challenge())))
        .isEqualTo(new Outcome.SsoRequired(place.organization().slug()));
  }

  @Test
  void lifts_what_strangers_guesses_at_the_password_piled_up() {
    for (int i = 0; i < 6; i++) {
      world.signIn(ADA, new Password("another seven lamps"));
    }
    signedIn(laptop.sign(challenge()));
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
  }

  @Test
  void proves_again_who_somebody_is() {
    world.clock.advance(Proofs.FRESHNESS);
    assertThat(world.accountProof.isFresh(mfa.session(session))).isFalse();
    ReauthenticateWithPasskey.Outcome.Proven proven = (ReauthenticateWithPasskey.Outcome.Proven) reauthenticate(
        session, laptop.sign(challenge()));
    assertThat(mfa.isLive(session)).isFalse();
    assertThat(world.accountProof.isFresh(mfa.session(proven.session().token()))).isTrue();
  }

  @Test
  void proves_nothing_in_the_session_of_somebody_else() {
    BearerToken bob = world.register(new EmailAddress("bob@example.com")).token();
    assertThat(reauthenticate(bob, laptop.sign(challenge())))
        .isEqualTo(new ReauthenticateWithPasskey.Outcome.Refused());
    assertThat(reauthenticate(session, FakeAuthenticator.forged(laptop.sign(challenge()))))
        .isEqualTo(new ReauthenticateWithPasskey.Outcome.Refused());
    assertThat(world.lastAudit(AuditAction.REAUTHENTICATED).outcome()).isEqualTo(AuditOutcome.REFUSED);
  }

  private LinkToken challenge() {
    return passkeys.startAssertion.start();
  }

  private SignedIn signedIn(AssertionAnswer answer) {
    return ((Outcome.SignedIn) passkeys.signIn(answer)).opened().session().signedIn();
  }

  private ReauthenticateWithPasskey.Outcome reauthenticate(BearerToken in, AssertionAnswer answer) {
    return passkeys.reauthenticate.reauthenticate(mfa.session(in), answer, ORIGIN);
  }

  private void assertRefused(AssertionAnswer answer, String reason) {
    assertThat(passkeys.signIn(answer)).isEqualTo(new Outcome.Refused());
    AuditEvent event = world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.chain().getLast().detail()).isEqualTo(reason);
  }

  private void save(Membership member, MembershipStatus status, AuthRequired demanded, Organization acme) {
    world.ports.unitOfWork().run(() -> {
      world.ports.organizations().save(acme.demanding(new AuthenticationRequirement(demanded, false)));
      world.ports.memberships().save(new Membership(member.id(), member.organizationId(), member.userId(),
          member.role(), status, member.source(), false, member.createdAt(), member.version()));
      return true;
    });
  }
}
