package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Together;
import dev.latchkey.application.memory.FakeAuthenticator;
import dev.latchkey.application.mfa.ConfirmTotp;
import dev.latchkey.application.mfa.StartTotp;
import dev.latchkey.application.passkey.RegisterPasskey.Outcome;
import dev.latchkey.application.passkey.RemovePasskey;
import dev.latchkey.application.passkey.SignInWithPasskey;
import dev.latchkey.application.passkey.StartPasskeyRegistration;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterPasskeyTest {
  private final PasskeyWorld passkeys = new PasskeyWorld();
  private final MfaWorld mfa = passkeys.mfa;
  private final World world = passkeys.world;
  private final BearerToken session = world.register(ADA).token();
  private final FakeAuthenticator laptop = new FakeAuthenticator("laptop", true);

  @Test
  void keeps_the_passkey_and_counts_it_as_shown_under_a_new_token() {
    BearerToken after = passkeys.enrol(session, laptop);
    assertThat(passkeys.list.list(mfa.session(after))).singleElement()
        .satisfies(passkey -> assertThat(passkey.credential()).isEqualTo(laptop.credential()));
    assertThat(mfa.isLive(session)).isFalse();
    assertThat(MfaState.of(mfa.session(after))).isEqualTo(MfaState.DONE);
    assertThat(world.lastAudit(AuditAction.PASSKEY_ADDED).details()).containsEntry("name", "Laptop");
  }

  @Test
  void is_no_second_factor_without_user_verification() {
    BearerToken after = passkeys.enrol(session, new FakeAuthenticator("token", false));
    assertThat(MfaState.of(mfa.session(after))).isEqualTo(MfaState.NONE);
  }

  @Test
  void takes_nothing_from_a_session_that_has_shown_more_before() {
    BearerToken verified = passkeys.enrol(session, laptop);
    BearerToken after = passkeys.enrol(verified, new FakeAuthenticator("token", false));
    assertThat(MfaState.of(mfa.session(after))).isEqualTo(MfaState.DONE);
  }

  @Test
  void opens_an_organization_that_demands_a_second_factor() {
    mfa.demandMfa(mfa.session(session));
    assertThat(MfaState.of(mfa.session(session))).isEqualTo(MfaState.ENROL);
    assertThat(MfaState.of(mfa.session(passkeys.enrol(session, laptop)))).isEqualTo(MfaState.DONE);
  }

  @Test
  void ends_all_other_sessions() {
    BearerToken elsewhere = mfa.halfSignedIn();
    passkeys.enrol(session, laptop);
    assertThat(mfa.isLive(elsewhere)).isFalse();
  }

  @Test
  void wants_a_fresh_proof_before_and_after() {
    LinkToken challenge = passkeys.offer(session);
    world.clock.advance(Proofs.FRESHNESS);
    assertThat(passkeys.startRegistration.start(mfa.session(session)))
        .isEqualTo(new StartPasskeyRegistration.Outcome.ProofTooOld());
    assertThat(passkeys.register(session, laptop.register(challenge))).isEqualTo(new Outcome.ProofTooOld());
    assertThat(passkeys.remove.remove(mfa.session(session), new PasskeyId(world.ids.next()), ORIGIN))
        .isEqualTo(new RemovePasskey.Outcome.ProofTooOld());
  }

  @Test
  void wants_the_second_factor_where_one_is_enrolled() {
    mfa.enrol(session);
    assertThat(passkeys.startRegistration.start(mfa.session(mfa.halfSignedIn())))
        .isEqualTo(new StartPasskeyRegistration.Outcome.ProofTooOld());
  }

  @Test
  void takes_a_challenge_once_of_this_purpose_in_its_time_and_from_its_session() {
    LinkToken used = passkeys.offer(session);
    BearerToken after = ((Outcome.Registered) passkeys.register(session, laptop.register(used))).session().token();
    FakeAuthenticator phone = new FakeAuthenticator("phone", true);
    assertRefused(after, phone, used);
    assertRefused(after, phone, passkeys.startAssertion.start());
    assertRefused(after, phone, LinkToken.random(used.id(), world.random));
    BearerToken elsewhere = mfa.halfSignedIn();
    assertRefused(after, phone, passkeys.offer(elsewhere));
    BearerToken bob = world.register(new EmailAddress("bob@example.com")).token();
    assertRefused(after, phone, passkeys.offer(bob));
    LinkToken old = passkeys.offer(after);
    world.clock.advance(Duration.ofMinutes(5));
    assertRefused(after, phone, old);
    assertThat(passkeys.list.list(mfa.session(after))).hasSize(1);
  }

  @Test
  void of_sixteen_that_use_one_challenge_together_one_succeeds() {
    LinkToken challenge = passkeys.offer(session);
    SignedIn signedIn = mfa.session(session);
    assertThat(Together.run(16, () -> passkeys.register(signedIn,
        new FakeAuthenticator("of thread " + Thread.currentThread().threadId(), true)
            .register(challenge)) instanceof Outcome.Registered))
        .containsOnlyOnce(true);
  }

  @Test
  void refuses_a_credential_that_somebody_has() {
    BearerToken bob = world.register(new EmailAddress("bob@example.com")).token();
    passkeys.enrol(bob, laptop);
    assertThat(passkeys.register(session, laptop.register(passkeys.offer(session)))).isEqualTo(new Outcome.Known());
    assertThat(passkeys.list.list(mfa.session(session))).isEmpty();
  }

  @Test
  void keeps_no_more_than_ten() {
    LinkToken early = passkeys.offer(session);
    BearerToken token = session;
    for (int i = 0; i < Passkey.MOST_PER_PERSON; i++) {
      token = passkeys.enrol(token, new FakeAuthenticator("number " + i, true));
    }
    assertThat(passkeys.startRegistration.start(mfa.session(token)))
        .isEqualTo(new StartPasskeyRegistration.Outcome.TooMany());
    assertThat(passkeys.register(token, laptop.register(early))).isEqualTo(new Outcome.TooMany());
  }

  @Test
  void removes_ones_own_only_and_ends_all_other_sessions() {
    BearerToken token = passkeys.enrol(session, laptop);
    PasskeyId id = passkeys.list.list(mfa.session(token)).getFirst().id();
    BearerToken bob = world.register(new EmailAddress("bob@example.com")).token();
    assertThat(passkeys.remove.remove(mfa.session(bob), id, ORIGIN)).isEqualTo(new RemovePasskey.Outcome.NotFound());
    BearerToken elsewhere = mfa.halfSignedIn();
    BearerToken after = remove(token, id);
    assertThat(passkeys.list.list(mfa.session(after))).isEmpty();
    assertThat(mfa.isLive(elsewhere)).isFalse();
    assertThat(world.lastAudit(AuditAction.PASSKEY_REMOVED).details()).containsEntry("passkey", id.value());
  }

  @Test
  void leaves_the_session_without_a_second_factor_once_the_last_passkey_that_was_one_is_gone() {
    BearerToken token = passkeys.enrol(passkeys.enrol(session, laptop), new FakeAuthenticator("phone", true));
    List<Passkey> both = passkeys.list.list(mfa.session(token));
    BearerToken one = remove(token, both.getFirst().id());
    assertThat(mfa.isLive(token)).isFalse();
    assertThat(MfaState.of(mfa.session(one))).isEqualTo(MfaState.DONE);
    BearerToken none = remove(one, both.getLast().id());
    assertThat(mfa.isLive(one)).isFalse();
    mfa.demandMfa(mfa.session(none));
    assertThat(MfaState.of(mfa.session(none))).isEqualTo(MfaState.ENROL);
  }

  @Test
  void lets_no_password_alone_touch_anything_where_a_passkey_is_the_second_factor_that_is_demanded() {
    mfa.demandMfa(mfa.session(session));
    PasskeyId id = passkeys.list.list(mfa.session(passkeys.enrol(session, laptop))).getFirst().id();
    LinkToken challenge = passkeys.offer(signedInByPasskey());
    TotpSecret offered = mfa.offer(mfa.session(signedInByPasskey()));
    SignedIn thief = mfa.session(mfa.halfSignedIn());
    assertThat(mfa.start.start(thief)).isEqualTo(new StartTotp.Outcome.PasskeyOwed());
    assertThat(mfa.confirm.confirm(thief, mfa.shown(offered), ORIGIN)).isEqualTo(new ConfirmTotp.Outcome.PasskeyOwed());
    assertThat(passkeys.startRegistration.start(thief))
        .isEqualTo(new StartPasskeyRegistration.Outcome.PasskeyOwed());
    assertThat(passkeys.register(thief, new FakeAuthenticator("thief", true).register(challenge)))
        .isEqualTo(new Outcome.PasskeyOwed());
    assertThat(passkeys.remove.remove(thief, id, ORIGIN)).isEqualTo(new RemovePasskey.Outcome.PasskeyOwed());
    mfa.enrol(signedInByPasskey());
  }

  @Test
  void lets_the_password_add_what_is_demanded_beside_a_passkey_that_is_no_second_factor() {
    mfa.demandMfa(mfa.session(session));
    passkeys.enrol(session, new FakeAuthenticator("token", false));
    mfa.enrol(mfa.halfSignedIn());
  }

  @Test
  void tells_the_owner_of_every_change_by_mail() {
    BearerToken token = passkeys.enrol(session, laptop);
    assertThat(world.lastMail()).matches(mail -> mail.to().equals(ADA) && mail.text().equals("PASSKEY_ADDED"));
    BearerToken after = remove(token, passkeys.list.list(mfa.session(token)).getFirst().id());
    assertThat(world.lastMail().text()).isEqualTo("PASSKEY_REMOVED");
    BearerToken enrolled = mfa.enrol(after).session();
    assertThat(world.lastMail().text()).isEqualTo("APP_ADDED");
    mfa.remove.remove(mfa.session(enrolled), ORIGIN);
    assertThat(world.lastMail().text()).isEqualTo("APP_REMOVED");
  }

  private BearerToken signedInByPasskey() {
    return ((SignInWithPasskey.Outcome.SignedIn) passkeys.signIn(laptop.sign(passkeys.startAssertion.start()))).opened()
        .token();
  }

  private BearerToken remove(BearerToken token, PasskeyId id) {
    return ((RemovePasskey.Outcome.Removed) passkeys.remove.remove(mfa.session(token), id, ORIGIN)).session().token();
  }

  private void assertRefused(BearerToken token, FakeAuthenticator authenticator, LinkToken challenge) {
    assertThat(passkeys.register(token, authenticator.register(challenge))).isEqualTo(new Outcome.Refused());
    assertThat(world.lastAudit(AuditAction.PASSKEY_ADDED).outcome()).isEqualTo(AuditOutcome.REFUSED);
  }
}
