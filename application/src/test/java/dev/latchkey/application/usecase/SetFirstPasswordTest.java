package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static dev.latchkey.application.usecase.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.contract.Together;
import dev.latchkey.application.memory.FakeAuthenticator;
import dev.latchkey.application.password.FirstPassword;
import dev.latchkey.application.password.FirstPassword.Obstacle;
import dev.latchkey.application.password.SetFirstPassword;
import dev.latchkey.application.password.SetFirstPassword.Outcome;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionOver;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetFirstPasswordTest {
  private static final Password NEW = new Password("nine loud candles");

  private final PasskeyWorld passkeys = new PasskeyWorld();
  private final MfaWorld mfa = passkeys.mfa;
  private final World world = mfa.world;
  private final FirstPassword rule = new FirstPassword(world.ports.users(), mfa.changes);
  private final SetFirstPassword set = new SetFirstPassword(rule, world.ports.users(), world.passwords, world.hasher,
      mfa.changes, mfa.promotion, world.guesses, world.audit, world.ports.unitOfWork());

  SetFirstPasswordTest() {
    world.register(ADA);
    takePasswordAway();
  }

  @Test
  void gives_a_password_to_whoever_came_by_a_link_and_ends_all_other_sessions() {
    BearerToken elsewhere = byLink();
    BearerToken here = byLink();
    Outcome outcome = set(here, NEW);
    assertThat(outcome).isInstanceOfSatisfying(Outcome.Set.class, done -> {
      assertThat(done.sessionsEnded()).isEqualTo(1);
      assertThat(mfa.isLive(done.session().token())).isTrue();
    });
    assertThat(mfa.isLive(here)).isFalse();
    assertThat(mfa.isLive(elsewhere)).isFalse();
    assertThat(world.signIn(ADA, NEW)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
    assertThat(world.lastMail()).matches(mail -> mail.to().equals(ADA) && mail.text().equals("PASSWORD_SET"));
    assertThat(world.lastAudit(AuditAction.PASSWORD_SET).details()).containsEntry("sessionsEnded", "1");
  }

  @Test
  void is_no_way_round_the_password_that_is_there() {
    SignedIn session = mfa.session(byLink());
    set(session, NEW);
    assertThat(set(session, PASSWORD)).isEqualTo(new Outcome.Prevented(new Obstacle.PasswordThere()));
    assertThat(world.signIn(ADA, NEW)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
  }

  @Test
  void lets_one_of_many_at_once_succeed() {
    SignedIn signedIn = mfa.session(byLink());
    assertThat(Together.run(8, () -> set(signedIn, NEW)))
        .filteredOn(new Outcome.Prevented(new Obstacle.PasswordThere())::equals).hasSize(7);
    assertThat(world.signIn(ADA, NEW)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
  }

  @Test
  void sets_none_for_a_session_that_ended_meanwhile() {
    SignedIn signedIn = mfa.session(byLink());
    world.ports.ownSessions().endAll(signedIn.person().id(), Optional.empty());
    assertThatThrownBy(() -> set(signedIn, NEW)).isInstanceOf(SessionOver.class);
    assertNoPassword();
  }

  @Test
  void wants_a_fresh_proof() {
    BearerToken session = byLink();
    world.clock.advance(Proofs.FRESHNESS);
    assertThat(set(session, NEW)).isEqualTo(new Outcome.Prevented(new Obstacle.ProofTooOld()));
    assertNoPassword();
  }

  @Test
  void wants_ones_own_proof_and_not_the_word_of_an_identity_provider_that_does_not_own_the_address() {
    Organization acme = mfa.session(byLink()).places().getFirst().organization();
    BearerToken session = by(new Proof.Sso(world.clock.instant(), acme.id(), acme.ssoVersion()));
    assertThat(set(session, NEW)).isEqualTo(new Outcome.Prevented(new Obstacle.ProofTooOld()));
    assertNoPassword();
  }

  @Test
  void wants_the_passkey_where_a_second_factor_is_demanded_and_a_passkey_is_one() {
    FakeAuthenticator laptop = new FakeAuthenticator("laptop", true);
    BearerToken session = byLink();
    mfa.demandMfa(mfa.session(session));
    BearerToken shown = passkeys.enrol(session, laptop);
    assertThat(set(byLink(), NEW)).isEqualTo(new Outcome.Prevented(new Obstacle.PasskeyOwed()));
    assertNoPassword();
    assertThat(set(shown, new Password("eight8ch"))).isInstanceOf(Outcome.PasswordRejected.class);
    assertThat(set(shown, NEW)).isInstanceOf(Outcome.Set.class);
  }

  @Test
  void wants_the_app_where_one_is_enrolled_and_takes_a_shorter_password_then() {
    BearerToken enrolled = mfa.enrol(byLink()).session();
    assertThat(set(byLink(), NEW)).isEqualTo(new Outcome.Prevented(new Obstacle.ProofTooOld()));
    assertThat(set(enrolled, new Password("eight8ch"))).isInstanceOf(Outcome.Set.class);
  }

  @Test
  void keeps_to_the_rules_for_passwords() {
    BearerToken session = byLink();
    for (String bad : new String[]{"short", "passwordpassword", "Ada Lovelace Ada", "Acme acme ACME acme"}) {
      assertThat(set(session, new Password(bad))).as(bad).isInstanceOf(Outcome.PasswordRejected.class);
    }
    assertNoPassword();
  }

  @Test
  void gives_none_that_would_open_nothing() {
    BearerToken session = byLink();
    demandSso(session, false);
    assertThat(set(session, NEW)).isEqualTo(new Outcome.Prevented(new Obstacle.SsoRequired(new Slug("acme"))));
    assertNoPassword();
  }

  @Test
  void gives_break_glass_owners_what_they_need_before_they_have_an_app() {
    BearerToken session = byLink();
    demandSso(session, true);
    assertThat(set(session, NEW)).isInstanceOf(Outcome.Set.class);
  }

  @Test
  void lets_nobody_keep_the_owner_out_by_guesses_before_there_was_a_password() {
    for (int i = 0; i < 6; i++) {
      world.signIn(ADA, NEW);
    }
    set(byLink(), NEW);
    world.clock.advance(Duration.ofMillis(1));
    assertThat(world.signIn(ADA, NEW)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
  }

  private Outcome set(BearerToken session, Password password) {
    return set(mfa.session(session), password);
  }

  private Outcome set(SignedIn signedIn, Password password) {
    return set.set(new SetFirstPassword.Command(signedIn, password, ORIGIN));
  }

  private BearerToken byLink() {
    return by(new Proof.MagicLink(world.clock.instant()));
  }

  private BearerToken by(Proof proof) {
    User ada = world.ports.users().findByEmail(ADA).orElseThrow();
    SessionOpening.Opened opened = world.ports.unitOfWork().run(() -> world.sessionOpening.open(ada,
        world.ports.memberships().placesOf(ada.id()), proof, world.newBrowser(), ORIGIN));
    return opened.token();
  }

  private void takePasswordAway() {
    world.ports.unitOfWork().run(() -> {
      User ada = world.ports.users().findByEmail(ADA).orElseThrow();
      world.ports.users().save(ada.withoutPassword());
      world.ports.ownSessions().endAll(ada.id(), Optional.empty());
      return true;
    });
  }

  private void demandSso(BearerToken session, boolean breakGlass) {
    SignedIn.Place place = mfa.session(session).places().getFirst();
    Membership owner = place.membership();
    world.ports.unitOfWork().run(() -> {
      world.ports.organizations().save(place.organization().demanding(
          new AuthenticationRequirement(AuthRequired.SSO, false)));
      world.ports.memberships().save(new Membership(owner.id(), owner.organizationId(), owner.userId(), owner.role(),
          owner.status(), owner.source(), breakGlass, owner.createdAt(), owner.version()));
      return true;
    });
  }

  private void assertNoPassword() {
    assertThat(world.ports.users().findByEmail(ADA).flatMap(User::password)).isEmpty();
  }
}
