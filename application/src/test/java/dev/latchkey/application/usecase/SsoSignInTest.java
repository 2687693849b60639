package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Together;
import dev.latchkey.application.federation.BeginSsoSignIn;
import dev.latchkey.application.federation.CompleteSsoSignIn.Outcome;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.CallbackMode;
import dev.latchkey.domain.sso.SentBrowser;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SsoSignInTest {
  private static final EmailAddress BOB = new EmailAddress("bob@acme.example");

  private final SsoWorld sso = new SsoWorld();
  private final Browser browser = sso.world.newBrowser();

  @Test
  void creates_an_account_without_a_password_at_the_first_sign_in() {
    sso.justInTime(Role.ADMIN);
    SignedIn bob = SsoWorld.session(sso.signIn());
    assertThat(bob.person().email()).isEqualTo(BOB);
    assertThat(bob.session().proofs().hasSsoOf(sso.acme.id(), sso.connection().version())).isTrue();
    Membership membership = bob.place(sso.acme.id()).orElseThrow().membership();
    assertThat(membership.role()).isEqualTo(Role.ADMIN);
    assertThat(membership.source()).isEqualTo(MembershipSource.JIT);
    assertThat(sso.world.ports.users().find(bob.person().id()).orElseThrow().password()).isEmpty();
    AuditEvent event = sso.world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.organization()).contains(sso.acme.id());
    assertThat(event.details()).containsEntry("method", "single sign-on").containsEntry("email", BOB.value());
  }

  @Test
  void knows_the_person_again_by_the_subject_whatever_the_address_is_by_then() {
    sso.justInTime(Role.AGENT);
    SignedIn first = SsoWorld.session(sso.signIn());
    sso.provider.knows(FakeRelyingParty.person("1", "robert@elsewhere.example", false));
    SignedIn second = SsoWorld.session(sso.signIn());
    assertThat(second.person()).isEqualTo(first.person());
    assertThat(sso.world.ports.federatedIdentities().of(first.person().id())).singleElement()
        .satisfies(it -> assertThat(it.email()).contains(new EmailAddress("robert@elsewhere.example")))
        .satisfies(it -> assertThat(it.lastUsedAt()).contains(sso.world.clock.instant()));
  }

  @Test
  void goes_on_to_where_the_person_wanted_to_go() {
    sso.justInTime(Role.AGENT);
    assertThat(((Outcome.Entered) sso.signIn()).returnTo()).contains("/account/profile");
  }

  @Test
  void notes_when_somebody_and_when_an_owner_signed_in() {
    sso.justInTime(Role.AGENT);
    sso.signIn();
    assertThat(sso.connection().lastSignInAt()).contains(World.NOON);
    assertThat(sso.connection().ownerProvenAt()).isEmpty();
    sso.verified(sso.acme.id(), "example.com", AutoJoin.OFF);
    sso.provider.knows(FakeRelyingParty.person("2", ADA.value(), true));
    sso.world.clock.advance(Duration.ofMinutes(1));
    SsoWorld.session(sso.signIn());
    assertThat(sso.connection().ownerProvenAt()).contains(sso.world.clock.instant());
  }

  @Test
  void asks_for_a_new_sign_in_and_passes_the_address_on() {
    sso.begin.begin(new BeginSsoSignIn.Command(sso.acme.slug(), Optional.of(BOB), true, Optional.empty(),
        Optional.empty(), SentBrowser.ofOwnAccord(browser.hash()), World.ORIGIN));
    assertThat(sso.provider.lastWish().signInAnew()).isTrue();
    assertThat(sso.provider.lastWish().loginHint()).contains(BOB.value());
    assertThat(sso.provider.lastWish().refreshToken()).isTrue();
  }

  @Test
  void tells_an_unknown_organization_from_one_without_a_provider_to_nobody() {
    sso.world.ports.ssoConnections().delete(sso.acme.id());
    assertThat(sso.begin(browser)).isEqualTo(new BeginSsoSignIn.Outcome.NotOffered());
    assertThat(sso.begin(new Slug("nobody"), browser)).isEqualTo(new BeginSsoSignIn.Outcome.NotOffered());
  }

  @Test
  void refuses_and_records_a_provider_that_can_not_be_reached() {
    sso.provider.fails(Optional.of(new SsoProblem(SsoFault.UNREACHABLE, "connection refused")));
    assertThat(sso.begin(browser)).isEqualTo(new BeginSsoSignIn.Outcome.Refused(SsoFault.UNREACHABLE));
    refusedWith(SsoFault.UNREACHABLE, "connection refused");
  }

  @Test
  void refuses_and_records_a_token_that_is_not_believed() {
    sso.begin(browser);
    sso.provider.fails(Optional.of(new SsoProblem(SsoFault.TOKEN_NONCE, "another nonce")));
    assertRefused(sso.complete(sso.state(), browser), SsoFault.TOKEN_NONCE);
    refusedWith(SsoFault.TOKEN_NONCE, "another nonce");
  }

  @Test
  void takes_a_state_once() {
    sso.justInTime(Role.AGENT);
    sso.begin(browser);
    LinkToken state = sso.state();
    SsoWorld.session(sso.complete(state, browser));
    assertRefused(sso.complete(state, browser), SsoFault.STATE_INVALID);
  }

  @Test
  void takes_a_state_once_of_sixteen_at_the_same_time() {
    sso.justInTime(Role.AGENT);
    sso.begin(browser);
    LinkToken state = sso.state();
    List<Boolean> entered = Together.run(16, () -> sso.complete(state, browser) instanceof Outcome.Entered);
    assertThat(entered).containsOnlyOnce(true);
  }

  @Test
  void keeps_the_tabs_of_one_browser_apart() {
    sso.justInTime(Role.AGENT);
    sso.begin(browser);
    LinkToken first = sso.state();
    sso.begin(browser);
    LinkToken second = sso.state();
    SsoWorld.session(sso.complete(second, browser));
    SsoWorld.session(sso.complete(first, browser));
  }

  @Test
  void refuses_a_state_after_ten_minutes_and_when_it_is_none() {
    sso.begin(browser);
    sso.world.clock.advance(Duration.ofMinutes(10));
    assertRefused(sso.complete(sso.state(), browser), SsoFault.STATE_INVALID);
    sso.world.clock.set(World.NOON);
    assertRefused(sso.complete(sso.state(), browser), SsoFault.STATE_INVALID);
    assertRefused(sso.complete(Optional.empty(), browser, Optional.empty()), SsoFault.STATE_INVALID);
    assertRefused(sso.complete(LinkToken.random(sso.state().id(), sso.world.random), browser),
        SsoFault.STATE_INVALID);
  }

  @Test
  void refuses_another_browser_and_uses_the_state_up_with_it() {
    sso.justInTime(Role.AGENT);
    sso.begin(browser);
    assertRefused(sso.complete(sso.state(), sso.world.newBrowser()), SsoFault.BROWSER_DIFFERS);
    assertRefused(sso.complete(sso.state(), browser), SsoFault.STATE_INVALID);
  }

  @Test
  void refuses_an_answer_at_another_callback_than_agreed() {
    sso.justInTime(Role.AGENT);
    sso.begin(browser);
    assertRefused(sso.complete(Optional.of(sso.state()), browser, Optional.of(sso.acme.slug())),
        SsoFault.CALLBACK_DIFFERS);
    dedicated();
    sso.begin(browser);
    assertThat(sso.provider.lastHandshake().redirectUri())
        .isEqualTo(URI.create("https://sso.example.com/api/auth/sso/acme/callback"));
    assertRefused(sso.complete(sso.state(), browser), SsoFault.CALLBACK_DIFFERS);
    sso.begin(browser);
    assertRefused(sso.complete(Optional.of(sso.state()), browser, Optional.of(new Slug("other"))),
        SsoFault.CALLBACK_DIFFERS);
    sso.begin(browser);
    SsoWorld.session(sso.complete(Optional.of(sso.state()), browser, Optional.of(sso.acme.slug())));
  }

  @Test
  void refuses_when_the_connection_was_changed_or_deleted_since() {
    sso.begin(browser);
    sso.connect(sso.acme);
    assertRefused(sso.complete(sso.state(), browser), SsoFault.CONNECTION_CHANGED);
    sso.begin(browser);
    sso.world.ports.ssoConnections().delete(sso.acme.id());
    assertRefused(sso.complete(sso.state(), browser), SsoFault.CONNECTION_CHANGED);
  }

  @Test
  void refuses_when_the_connection_is_changed_while_the_provider_is_asked() {
    sso.justInTime(Role.AGENT);
    sso.begin(browser);
    sso.provider.meanwhile(() -> sso.connect(sso.acme));
    assertRefused(sso.complete(sso.state(), browser), SsoFault.CONNECTION_CHANGED);
    assertThat(sso.world.ports.users().findByEmail(BOB)).isEmpty();
  }

  @Test
  void lets_nobody_in_who_is_not_linked_and_records_why() {
    assertRefused(sso.signIn(), SsoFault.NOT_LINKED);
    AuditEvent event = sso.world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.organization()).contains(sso.acme.id());
    assertThat(event.origin().requestId()).isEqualTo(World.ORIGIN.requestId());
    assertThat(event.details()).containsEntry("fault", "NOT_LINKED");
    assertThat(event.chain().getLast().rule()).isEqualTo("just-in-time");
    assertThat(sso.world.ports.users().findByEmail(BOB)).isEmpty();
  }

  @Test
  void links_an_account_by_its_address_only_where_the_domain_is_the_organizations_own() {
    sso.provider.knows(FakeRelyingParty.person("7", ADA.value(), true));
    assertRefused(sso.signIn(), SsoFault.NOT_LINKED);
    sso.verified(sso.acme.id(), "example.com", AutoJoin.OFF);
    assertThat(SsoWorld.session(sso.signIn()).person().id()).isEqualTo(sso.ada.person().id());
    assertThat(sso.world.lastAudit(AuditAction.IDENTITY_LINKED).actor()).contains(sso.ada.person().id());
    assertThat(sso.world.lastMail().to()).isEqualTo(ADA);
    assertThat(sso.world.lastMail().text()).startsWith("IDENTITY_LINKED");
  }

  @Test
  void has_people_of_an_approved_domain_wait_with_an_account_that_opens_nothing() {
    sso.justInTime(Role.AGENT);
    sso.verified(sso.acme.id(), "acme.example", AutoJoin.APPROVAL);
    assertRefused(sso.signIn(), SsoFault.MEMBER_PENDING);
    var bob = sso.world.ports.users().findByEmail(BOB).orElseThrow();
    assertThat(sso.world.ports.memberships().find(sso.acme.id(), bob.id()).orElseThrow().status())
        .isEqualTo(MembershipStatus.PENDING);
    assertThat(sso.world.ports.ownSessions().of(bob.id())).isEmpty();
    assertRefused(sso.signIn(), SsoFault.MEMBER_PENDING);
  }

  @Test
  void ends_what_whoever_made_the_account_has_opened_when_the_addresss_owner_arrives() {
    sso.justInTime(Role.AGENT);
    var squatter = SsoWorld.session(sso.signIn());
    sso.verified(sso.acme.id(), "acme.example", AutoJoin.OFF);
    sso.provider.knows(FakeRelyingParty.person("owner", BOB.value(), true));
    var owner = SsoWorld.session(sso.signIn());
    assertThat(owner.person().id()).isEqualTo(squatter.person().id());
    assertThat(sso.world.ports.ownSessions().of(owner.person().id())).extracting(it -> it.id())
        .containsExactly(owner.session().id());
  }

  @Test
  void steps_up_in_the_session_that_the_person_has_and_keeps_what_it_has_shown() {
    sso.verified(sso.acme.id(), "example.com", AutoJoin.OFF);
    sso.provider.knows(FakeRelyingParty.person("7", ADA.value(), true));
    var opened = ((SignInWithPassword.Outcome.SignedIn) sso.world.signIn(ADA,
        World.PASSWORD)).opened();
    Browser hers = new Browser(browser.token(), Optional.of(opened.token()));
    Outcome.Entered entered = (Outcome.Entered) sso.signIn(hers);
    assertThat(entered.session()).isInstanceOf(SsoSessions.Entered.Promoted.class);
    assertThat(entered.session().signedIn().session().id()).isEqualTo(opened.session().signedIn().session().id());
    assertThat(entered.session().signedIn().session().proofs().all()).hasSize(2)
        .hasAtLeastOneElementOfType(Proof.Password.class);
    assertThat(sso.world.ports.sessions().find(opened.token().hash())).isEmpty();
  }

  @Test
  void ends_a_session_of_somebody_else_that_the_browser_had() {
    sso.justInTime(Role.AGENT);
    var opened = ((SignInWithPassword.Outcome.SignedIn) sso.world.signIn(ADA,
        World.PASSWORD)).opened();
    Outcome.Entered entered = (Outcome.Entered) sso.signIn(new Browser(browser.token(), Optional.of(opened.token())));
    assertThat(entered.session()).isInstanceOf(SsoSessions.Entered.Opened.class);
    assertThat(sso.world.ports.sessions().find(opened.token().hash())).isEmpty();
  }

  private void dedicated() {
    sso.world.ports.unitOfWork().run(() -> {
      sso.world.ports.ssoConnections()
          .save(sso.connection().calledBackAt(CallbackMode.DEDICATED, sso.world.clock.instant()));
      return true;
    });
  }

  private static void assertRefused(Outcome outcome, SsoFault fault) {
    assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
        refused -> assertThat(refused.fault()).isEqualTo(fault));
  }

  private void refusedWith(SsoFault fault, String detail) {
    AuditEvent event = sso.world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.organization()).contains(sso.acme.id());
    assertThat(event.details()).containsEntry("fault", fault.name()).containsEntry("detail", detail);
    assertThat(event.chain().getLast().detail()).isEqualTo(detail);
  }
}
