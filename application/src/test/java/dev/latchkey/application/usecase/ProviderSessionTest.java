package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.federation.CheckProviderSessions;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.federation.VouchedSessions;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.signin.SignOut;
import dev.latchkey.application.sso.ProviderSignOut;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of sessions at the provider that they came from: signed out there, and over when the person is gone. */
class ProviderSessionTest {
  private final SsoWorld sso = new SsoWorld();
  private final CheckProviderSessions check = new CheckProviderSessions(sso.world.ports.providerSessions(),
      sso.world.ports.ssoConnections(), sso.provider, sso.world.ports.shownProofs(),
      new VouchedSessions(sso.world.ports.ownSessions(), sso.world.ports.shownProofs(),
          sso.world.ports.providerSessions()),
      sso.world.audit, sso.world.ports.unitOfWork(), SsoWorld.EVERY, sso.world.clock);
  private final SignOut signOut = new SignOut(sso.world.ports.sessions(),
      new ProviderSignOut(sso.world.ports.providerSessions(), sso.world.ports.ssoConnections(), sso.provider,
          URI.create("https://app.example.com")),
      sso.world.audit, sso.world.ports.unitOfWork());

  @Test
  void checks_nothing_before_it_is_due_and_then_again_and_again() {
    bob();
    assertThat(check.check()).isEqualTo(new CheckProviderSessions.Outcome(0, 0));
    for (int i = 0; i < 3; i++) {
      sso.world.clock.advance(SsoWorld.EVERY);
      assertThat(check.check()).isEqualTo(new CheckProviderSessions.Outcome(1, 0));
      assertThat(check.check()).isEqualTo(new CheckProviderSessions.Outcome(0, 0));
    }
  }

  @Test
  void ends_the_session_of_somebody_who_is_gone_and_records_it() {
    SignedIn bob = bob();
    sso.provider.forgetsEverybody();
    sso.world.clock.advance(SsoWorld.EVERY);
    assertThat(check.check()).isEqualTo(new CheckProviderSessions.Outcome(1, 1));
    assertThat(sessions(bob)).isEmpty();
    var event = sso.world.lastAudit(AuditAction.SSO_SESSION_ENDED);
    assertThat(event.organization()).contains(sso.acme.id());
    assertThat(event.actor()).contains(bob.person().id());
    assertThat(event.chain().getLast().detail()).isEqualTo("invalid_grant");
  }

  @Test
  void ends_what_the_person_has_opened_in_other_browsers_too() {
    SignedIn bob = bob();
    sso.provider.grantsRefresh(false);
    bob();
    assertThat(sessions(bob)).hasSize(2);
    sso.provider.forgetsEverybody();
    sso.world.clock.advance(SsoWorld.EVERY);
    assertThat(check.check()).isEqualTo(new CheckProviderSessions.Outcome(1, 1));
    assertThat(sessions(bob)).isEmpty();
    assertThat(sso.world.lastAudit(AuditAction.SSO_SESSION_ENDED).details()).containsEntry("sessionsChanged", "2");
  }

  @Test
  void leaves_a_sign_in_alone_that_is_newer_than_the_question() {
    SignedIn before = bob();
    sso.provider.forgetsEverybody();
    sso.world.clock.advance(SsoWorld.EVERY);
    sso.provider.meanwhile(() -> {
      sso.provider.meanwhile(() -> {});
      sso.world.clock.advance(Duration.ofSeconds(1));
      bob();
    });
    assertThat(check.check().over()).isEqualTo(1);
    assertThat(sessions(before)).singleElement()
        .satisfies(it -> assertThat(it.id()).isNotEqualTo(before.session().id()));
  }

  @Test
  void leaves_a_session_alone_that_was_vouched_for_anew_while_the_provider_was_asked() {
    sso.verified(sso.acme.id(), "example.com", AutoJoin.OFF);
    sso.provider.knows(FakeRelyingParty.person("7", ADA.value(), true));
    Browser browser = new Browser(sso.world.newBrowser().token(), Optional.of(
        ((SignInWithPassword.Outcome.SignedIn) sso.world.signIn(ADA, World.PASSWORD)).opened().token()));
    CompleteSsoSignIn.Outcome.Entered first = (CompleteSsoSignIn.Outcome.Entered) sso.signIn(browser);
    sso.provider.forgetsEverybody();
    sso.world.clock.advance(SsoWorld.EVERY);
    sso.provider.meanwhile(() -> {
      sso.provider.meanwhile(() -> {});
      sso.world.clock.advance(Duration.ofSeconds(1));
      sso.signIn(new Browser(browser.token(),
          Optional.of(((SsoSessions.Entered.Promoted) first.session()).session().token())));
    });
    assertThat(check.check()).isEqualTo(new CheckProviderSessions.Outcome(1, 0));
    assertThat(sessions(sso.ada)).filteredOn(it -> it.proofs().has(Proof.Sso.class)).hasSize(1);
    assertThat(sso.world.ports.providerSessions().lastOf(SsoWorld.session(first).session().id())).isPresent();
  }

  @Test
  void asks_a_provider_about_nobody_else_once_it_gave_no_clear_answer() {
    for (int i = 0; i < 5; i++) {
      bob();
    }
    sso.provider.fails(Optional.of(new SsoProblem(SsoFault.TIMEOUT, "5 s")));
    sso.world.clock.advance(SsoWorld.EVERY);
    check.check();
    assertThat(check.check().checked()).isZero();
    assertThat(sso.provider.refreshes()).isEqualTo(1);
  }

  @Test
  void takes_only_the_proof_from_a_session_that_has_shown_more() {
    sso.verified(sso.acme.id(), "example.com", AutoJoin.OFF);
    sso.provider.knows(FakeRelyingParty.person("7", ADA.value(), true));
    var opened = ((SignInWithPassword.Outcome.SignedIn) sso.world.signIn(ADA, World.PASSWORD)).opened();
    sso.signIn(new Browser(sso.world.newBrowser().token(), Optional.of(opened.token())));
    sso.provider.forgetsEverybody();
    sso.world.clock.advance(SsoWorld.EVERY);
    check.check();
    assertThat(sessions(sso.ada)).filteredOn(it -> it.id().equals(opened.session().signedIn().session().id()))
        .singleElement().satisfies(it -> assertThat(it.proofs().all()).hasOnlyElementsOfType(Proof.Password.class));
    sso.world.clock.advance(SsoWorld.EVERY);
    assertThat(check.check().checked()).isZero();
  }

  @Test
  void keeps_a_session_while_the_provider_gives_no_clear_answer_and_asks_again_less_and_less_soon() {
    SignedIn bob = bob();
    sso.provider.fails(Optional.of(new SsoProblem(SsoFault.TIMEOUT, "5 s")));
    sso.world.clock.advance(SsoWorld.EVERY);
    for (int minutes : new int[]{1, 2, 4, 8, 15, 15}) {
      assertThat(check.check().checked()).isEqualTo(1);
      sso.world.clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
      assertThat(check.check().checked()).isZero();
      sso.world.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(sessions(bob)).hasSize(1);
    sso.provider.fails(Optional.empty());
    assertThat(check.check()).isEqualTo(new CheckProviderSessions.Outcome(1, 0));
    sso.world.clock.advance(SsoWorld.EVERY.minusSeconds(1));
    assertThat(check.check().checked()).isZero();
  }

  @Test
  void asks_nothing_where_the_provider_granted_nothing_to_ask_with() {
    sso.provider.grantsRefresh(false);
    bob();
    sso.world.clock.advance(Duration.ofHours(1));
    assertThat(check.check().checked()).isZero();
  }

  @Test
  void asks_a_provider_no_more_that_is_not_the_organizations_any_more() {
    SignedIn bob = bob();
    sso.connect(sso.acme);
    sso.provider.forgetsEverybody();
    sso.world.clock.advance(SsoWorld.EVERY);
    assertThat(check.check()).isEqualTo(new CheckProviderSessions.Outcome(1, 0));
    assertThat(sessions(bob)).hasSize(1);
    sso.world.clock.advance(SsoWorld.EVERY);
    assertThat(check.check().checked()).isZero();
  }

  @Test
  void signs_out_at_the_provider_as_well_where_that_is_offered() {
    SignedIn bob = bob();
    assertThat(signOut.signOut(bob.session(), World.ORIGIN)).isEqualTo(ended(Optional.of(URI.create(
        FakeRelyingParty.ISSUER
            + "/logout?id_token_hint=id-token-1&post_logout_redirect_uri=https://app.example.com"))));
    assertThat(sessions(bob)).isEmpty();
    assertThat(signOut.signOut(bob.session(), World.ORIGIN)).isEqualTo(new SignOut.Outcome.AlreadyEnded());
  }

  @Test
  void signs_out_here_alone_where_the_provider_offers_nothing_or_is_another_one_by_now() {
    sso.provider.offersSignOut(false);
    assertThat(signOut.signOut(bob().session(), World.ORIGIN)).isEqualTo(ended(Optional.empty()));
    sso.provider.offersSignOut(true);
    SignedIn again = SsoWorld.session(sso.signIn());
    sso.connect(sso.acme);
    assertThat(signOut.signOut(again.session(), World.ORIGIN)).isEqualTo(ended(Optional.empty()));
  }

  private static SignOut.Outcome ended(Optional<URI> provider) {
    return new SignOut.Outcome.Ended(provider);
  }

  private SignedIn bob() {
    sso.justInTime(Role.AGENT);
    return SsoWorld.session(sso.signIn());
  }

  private List<Session> sessions(SignedIn who) {
    return sso.world.ports.ownSessions().of(who.person().id());
  }
}
