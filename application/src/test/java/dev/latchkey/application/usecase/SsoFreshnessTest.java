package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.federation.CompleteSsoSignIn.Outcome;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.policy.FreshProof;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.SsoFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is fresh about signing in at a provider that may let people pass whom it still knows. */
class SsoFreshnessTest {
  private static final Instant THIS_MORNING = World.NOON.minus(Duration.ofHours(3));

  private final SsoWorld sso = new SsoWorld();
  private Browser browser = sso.world.newBrowser();

  @BeforeEach
  void ada_is_found_by_her_address() {
    sso.verified(sso.acme.id(), "example.com", AutoJoin.OFF);
    sso.provider.knows(FakeRelyingParty.person("7", ADA.value(), true));
  }

  @Test
  void signing_in_counts_where_the_provider_does_not_say_when_it_was() {
    assertThat(isFresh(SsoWorld.session(sso.signIn(browser)))).isTrue();
  }

  @Test
  void a_sign_in_of_this_morning_lets_in_and_is_not_fresh() {
    sso.provider.saysSignedIn(Optional.of(THIS_MORNING));
    SignedIn ada = SsoWorld.session(sso.signIn(browser));
    assertThat(isFresh(ada)).isFalse();
    assertThat(ada.session().proofs().hasFirstFactor()).isTrue();
    assertThat(ada.session().proofs().all()).extracting(Proof::at).containsExactly(THIS_MORNING);
    assertThat(ada.session().createdAt()).as("the session lives from now on").isEqualTo(World.NOON);
  }

  @Test
  void a_sign_in_that_was_just_now_is_fresh_for_the_rest_of_ten_minutes() {
    sso.provider.saysSignedIn(Optional.of(World.NOON.minus(Duration.ofMinutes(9))));
    SignedIn ada = SsoWorld.session(sso.signIn(browser));
    assertThat(isFresh(ada)).isTrue();
    sso.world.clock.advance(Duration.ofMinutes(1));
    assertThat(isFresh(ada)).isFalse();
  }

  @Test
  void passing_through_a_provider_that_says_nothing_makes_an_old_session_no_fresher() {
    signedInByPasswordThisMorning();
    SignedIn ada = SsoWorld.session(sso.signIn(browser));
    assertThat(isFresh(ada)).isFalse();
    assertThat(ada.session().proofs().hasSsoOf(sso.acme.id(), sso.connection().version())).isTrue();
  }

  @Test
  void signing_in_there_anew_makes_an_old_session_fresh() {
    signedInByPasswordThisMorning();
    sso.provider.saysSignedIn(Optional.of(sso.world.clock.instant()));
    assertThat(isFresh(SsoWorld.session(sso.signInAnew(browser)))).isTrue();
    assertThat(sso.provider.lastWish().signInAnew()).isTrue();
  }

  @Test
  void is_refused_and_recorded_where_it_was_to_be_anew_and_was_not() {
    signedInByPasswordThisMorning();
    sso.provider.saysSignedIn(Optional.of(THIS_MORNING));
    assertNotAnew(sso.signInAnew(browser), THIS_MORNING.toString());
    sso.provider.saysSignedIn(Optional.empty());
    assertNotAnew(sso.signInAnew(browser), "auth_time");
  }

  private void signedInByPasswordThisMorning() {
    var opened = ((SignInWithPassword.Outcome.SignedIn) sso.world.signIn(ADA, World.PASSWORD, browser)).opened();
    browser = new Browser(browser.token(), Optional.of(opened.token()));
    sso.world.clock.advance(Duration.ofHours(3));
  }

  private boolean isFresh(SignedIn signedIn) {
    Instant now = sso.world.clock.instant();
    boolean inOrganization =
        FreshProof.isGiven(signedIn, signedIn.place(sso.acme.id()).orElseThrow().organization(), now);
    assertThat(sso.world.accountProof.isFresh(signedIn)).as("for the account").isEqualTo(inOrganization);
    return inOrganization;
  }

  private void assertNotAnew(Outcome outcome, String detail) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(SsoFault.NOT_SIGNED_IN_ANEW, Optional.of(sso.acme.slug()), false,
        Optional.of("/account/profile")));
    AuditEvent event = sso.world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.organization()).contains(sso.acme.id());
    assertThat(event.details()).containsEntry("fault", "NOT_SIGNED_IN_ANEW");
    assertThat(event.details().get("detail")).contains(detail);
  }
}
