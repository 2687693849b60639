package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.federation.BeginSsoLinking;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.federation.CompleteSsoSignIn.Outcome;
import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.federation.LinkedIdentity;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkIdentityTest {
  private static final EmailAddress CAROL = new EmailAddress("carol@example.com");

  private final IdentityWorld identities = new IdentityWorld();
  private final SsoWorld sso = identities.sso;
  private final IdentityWorld.Seat ada = identities.seat(ADA);

  @Test
  void links_whomever_the_provider_names_to_who_asked() {
    sso.provider.knows(FakeRelyingParty.person("7", "somebody@elsewhere.example", false));
    Outcome.Entered entered = (Outcome.Entered) identities.link(ada);
    assertThat(entered.linked()).isTrue();
    assertThat(entered.returnTo()).contains(IdentityWorld.PAGE);
    assertThat(entered.session().signedIn().session().id()).isEqualTo(ada.signedIn().session().id());
    assertThat(entered.session().signedIn().session().proofs().hasSsoOf(sso.acme.id(), sso.connection().version()))
        .isTrue();
    LinkedIdentity linked = identities.list.list(ada.signedIn()).identities().getFirst();
    assertThat(linked.leadsIn()).isTrue();
    assertThat(linked.organization().slug()).isEqualTo(sso.acme.slug());
    assertThat(linked.identity().email()).contains(new EmailAddress("somebody@elsewhere.example"));
    assertThat(sso.world.lastAudit(AuditAction.IDENTITY_LINKED).actor()).contains(ada.user());
    assertThat(SsoWorld.session(sso.signIn()).person().id()).isEqualTo(ada.user());
  }

  @Test
  void tells_the_accounts_owner_by_mail_once() {
    sso.provider.knows(FakeRelyingParty.person("7", "somebody@elsewhere.example", false));
    identities.link(ada);
    assertThat(sso.world.lastMail().to()).isEqualTo(ADA);
    assertThat(sso.world.lastMail().text()).isEqualTo("IDENTITY_LINKED Acme");
    long mails = sso.world.ports.mailOutbox().waiting().count();
    sso.signIn();
    identities.link(identities.seat(ADA));
    assertThat(sso.world.ports.mailOutbox().waiting()).as("nothing new").hasSize((int) mails);
  }

  @Test
  void links_the_same_identity_once_however_often_it_is_asked() {
    identities.link(ada);
    assertThat(identities.link(ada)).isInstanceOf(Outcome.Refused.class);
    IdentityWorld.Seat again = identities.seat(ADA);
    assertThat(identities.link(again)).isInstanceOf(Outcome.Entered.class);
    assertThat(identities.of(ada.user())).hasSize(1);
  }

  @Test
  void refuses_an_identity_of_somebody_else_and_records_why() {
    sso.justInTime(Role.AGENT);
    SignedIn bob = SsoWorld.session(sso.signIn());
    assertRefused(identities.link(ada), SsoFault.LINKED_TO_ANOTHER);
    assertThat(identities.of(ada.user())).isEmpty();
    assertThat(identities.of(bob.person().id())).hasSize(1);
    AuditEvent event = sso.world.lastAudit(AuditAction.IDENTITY_LINKED);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.actor()).contains(ada.user());
    assertThat(event.chain().getLast().rule()).isEqualTo("identity-free");
  }

  @Test
  void links_nobody_in_another_session_than_the_one_that_asked() {
    identities.begin(ada, sso.acme.slug());
    assertRefused(sso.complete(sso.state(), new Browser(ada.browser().token(), Optional.empty())),
        SsoFault.BROWSER_DIFFERS);
    sso.world.register(CAROL);
    identities.begin(ada, sso.acme.slug());
    assertRefused(sso.complete(sso.state(),
        new Browser(ada.browser().token(), identities.seat(CAROL).browser().session())), SsoFault.BROWSER_DIFFERS);
    assertThat(sso.world.ports.federatedIdentities().find(sso.acme.id(),
        FakeRelyingParty.person("1", "bob@acme.example", true).subject())).isEmpty();
  }

  @Test
  void links_nobody_who_is_deactivated_meanwhile() {
    identities.begin(ada, sso.acme.slug());
    Membership member = sso.world.ports.memberships().find(sso.acme.id(), ada.user()).orElseThrow();
    sso.world.ports.memberships().save(new Membership(member.id(), member.organizationId(), member.userId(),
        member.role(), MembershipStatus.DEACTIVATED, member.source(), false, member.createdAt(), member.version()));
    assertRefused(sso.complete(sso.state(), ada.browser()), SsoFault.MEMBER_DEACTIVATED);
    assertThat(identities.begin(ada, sso.acme.slug())).isEqualTo(new BeginSsoLinking.Outcome.NotOffered());
    assertThat(identities.list.list(ada.signedIn()).identities()).isEmpty();
  }

  @Test
  void is_offered_in_ones_own_organizations_with_a_provider_only() {
    sso.world.register(CAROL);
    IdentityWorld.Seat carol = identities.seat(CAROL);
    Organization hers = carol.signedIn().places().getFirst().organization();
    BeginSsoLinking.Outcome notOffered = new BeginSsoLinking.Outcome.NotOffered();
    assertThat(identities.begin(carol, sso.acme.slug())).isEqualTo(notOffered);
    assertThat(identities.begin(carol, new Slug("nobody"))).isEqualTo(notOffered);
    assertThat(identities.begin(carol, hers.slug())).isEqualTo(notOffered);
    assertThat(identities.list.list(carol.signedIn()).offers())
        .containsExactly(new ListIdentities.Offer(hers, Optional.empty()));
    assertThat(identities.list.list(ada.signedIn()).offers()).extracting(ListIdentities.Offer::provider)
        .containsExactly(Optional.of(Provider.OIDC));
  }

  @Test
  void takes_a_fresh_proof() {
    sso.world.clock.advance(Duration.ofMinutes(10));
    assertThat(identities.begin(ada, sso.acme.slug())).isEqualTo(new BeginSsoLinking.Outcome.ProofTooOld());
  }

  @Test
  void does_not_take_a_providers_word_for_it_unless_the_address_is_its_organizations() {
    sso.justInTime(Role.AGENT);
    Browser browser = sso.world.newBrowser();
    SignedIn bob = SsoWorld.session(sso.signIn(browser));
    assertThat(identities.begin(bob, browser, sso.acme.slug())).isEqualTo(new BeginSsoLinking.Outcome.ProofTooOld());
    assertThat(identities.offer.offer(bob, Optional.empty())).isEmpty();
    assertThat(identities.offer.offer(bob, Optional.of(sso.acme.slug()))).hasSize(1);
    sso.verified(sso.acme.id(), "acme.example", AutoJoin.OFF);
    assertThat(identities.begin(bob, browser, sso.acme.slug())).isInstanceOf(BeginSsoLinking.Outcome.LedAway.class);
    assertThat(identities.offer.offer(bob, Optional.empty())).hasSize(1);
    assertThat(identities.offer.offer(bob, Optional.of(new Slug("other")))).isEmpty();
    assertThat(identities.offer.offer(ada.signedIn(), Optional.of(sso.acme.slug()))).as("not linked").isEmpty();
  }

  @Test
  void refuses_and_records_a_provider_that_can_not_be_reached() {
    sso.provider.fails(Optional.of(new SsoProblem(SsoFault.UNREACHABLE, "connection refused")));
    assertThat(identities.begin(ada, sso.acme.slug()))
        .isEqualTo(new BeginSsoLinking.Outcome.Refused(SsoFault.UNREACHABLE));
    assertThat(sso.world.lastAudit(AuditAction.IDENTITY_LINKED).details()).containsEntry("fault", "UNREACHABLE");
  }

  private static void assertRefused(CompleteSsoSignIn.Outcome outcome, SsoFault fault) {
    assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
      assertThat(refused.fault()).isEqualTo(fault);
      assertThat(refused.linking()).isTrue();
    });
  }
}
