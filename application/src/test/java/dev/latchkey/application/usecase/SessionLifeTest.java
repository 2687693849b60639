package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.session.CheckSession.Outcome;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.signin.SignOut;
import dev.latchkey.application.sso.ProviderSignOut;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.signin.Password;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionLifeTest {
  private final World world = new World();
  private final SessionOpening.Opened opened = world.register(ADA);
  private final Session session = opened.session().signedIn().session();
  private final SignOut signOut = new SignOut(world.ports.sessions(),
      new ProviderSignOut(world.ports.providerSessions(), world.ports.ssoConnections(), new FakeRelyingParty(),
          URI.create("https://app.example.com")),
      world.audit, world.ports.unitOfWork());

  @Test
  void goes_on_as_long_as_somebody_is_there_but_not_for_ever() {
    for (int hours = 0; hours < 7 * 24 - 11; hours += 11) {
      world.clock.set(World.NOON.plus(Duration.ofHours(hours)));
      assertThat(check()).as("after %s hours", hours).isInstanceOf(Outcome.Live.class);
    }
    world.clock.set(World.NOON.plus(Duration.ofDays(7)));
    assertThat(check()).isEqualTo(new Outcome.None());
  }

  @Test
  void ends_after_twelve_idle_hours_and_stays_ended_when_the_clock_is_set_back() {
    world.clock.advance(Duration.ofHours(12));
    assertThat(check()).isEqualTo(new Outcome.None());
    world.clock.set(World.NOON);
    assertThat(check()).isEqualTo(new Outcome.None());
  }

  @Test
  void ends_at_sign_out_and_is_recorded_once() {
    assertThat(signOut.signOut(session, World.ORIGIN)).isEqualTo(new SignOut.Outcome.Ended(Optional.empty()));
    assertThat(check()).isEqualTo(new Outcome.None());
    assertThat(signOut.signOut(session, World.ORIGIN)).isEqualTo(new SignOut.Outcome.AlreadyEnded());
    assertThat(world.ports.auditEvents()).filteredOn(event -> event.action() == AuditAction.SIGN_OUT).hasSize(1);
  }

  @Test
  void ends_when_somebody_signs_in_anew_in_the_same_browser() {
    SessionOpening.Opened elsewhere = signIn(world.newBrowser());
    SessionOpening.Opened next = signIn(new Browser(world.newBrowser().token(), Optional.of(opened.token())));
    assertThat(check()).isEqualTo(new Outcome.None());
    assertThat(world.checkSession.check(next.token())).isInstanceOf(Outcome.Live.class);
    assertThat(world.checkSession.check(elsewhere.token())).isInstanceOf(Outcome.Live.class);
    assertThat(world.lastAudit(AuditAction.SESSION_ENDED).details()).containsEntry("session", session.id().value());
  }

  @Test
  void goes_on_when_somebody_fails_to_sign_in_in_the_same_browser() {
    world.signIn(ADA, new Password("another seven lamps"),
        new Browser(world.newBrowser().token(), Optional.of(opened.token())));
    assertThat(check()).isInstanceOf(Outcome.Live.class);
  }

  @Test
  void is_nothing_for_a_token_that_nobody_was_given() {
    assertThat(world.checkSession.check(world.newBrowser().token())).isEqualTo(new Outcome.None());
  }

  private SessionOpening.Opened signIn(Browser browser) {
    return ((SignInWithPassword.Outcome.SignedIn) world.signIn(ADA, World.PASSWORD, browser)).opened();
  }

  private Outcome check() {
    return world.checkSession.check(opened.token());
  }
}
