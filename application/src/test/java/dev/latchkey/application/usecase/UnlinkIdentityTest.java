package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Together;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.federation.UnlinkIdentity.Outcome;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.passkey.PasskeyName;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnlinkIdentityTest {
  private final IdentityWorld identities = new IdentityWorld();
  private final SsoWorld sso = identities.sso;

  @Test
  void ends_what_the_provider_has_vouched_for_everywhere() {
    SignedIn ada = linkedAda();
    SignedIn bySsoAlone = SsoWorld.session(sso.signIn());
    assertThat(bySsoAlone.person()).isEqualTo(ada.person());
    FederatedIdentity identity = identities.only(ada.person().id());
    assertThat(identities.unlink(ada, identity)).isEqualTo(new Outcome.Unlinked(false));
    assertThat(identities.of(ada.person().id())).isEmpty();
    List<Session> left = sso.world.ports.ownSessions().of(ada.person().id());
    assertThat(left).extracting(Session::id).contains(ada.session().id()).doesNotContain(bySsoAlone.session().id());
    assertThat(left).noneMatch(it -> it.proofs().has(Proof.Sso.class));
    assertThat(sso.world.ports.providerSessions().lastOf(ada.session().id())).isEmpty();
    var event = sso.world.lastAudit(AuditAction.IDENTITY_UNLINKED);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.SUCCESS);
    assertThat(event.organization()).contains(sso.acme.id());
    assertThat(event.details()).containsEntry("sessionsChanged", "2").containsEntry("issuer", FakeRelyingParty.ISSUER);
    sso.provider.knows(FakeRelyingParty.person("1", ADA.value(), true));
    assertThat(sso.signIn()).isInstanceOf(CompleteSsoSignIn.Outcome.Refused.class);
  }

  @Test
  void tells_the_accounts_owner_by_mail() {
    SignedIn ada = linkedAda();
    identities.unlink(ada, identities.only(ada.person().id()));
    assertThat(sso.world.lastMail().to()).isEqualTo(ADA);
    assertThat(sso.world.lastMail().text()).isEqualTo("IDENTITY_UNLINKED Acme");
  }

  @Test
  void leaves_alone_what_it_has_vouched_for_of_others() {
    SignedIn ada = linkedAda();
    SignedIn bob = bob();
    identities.unlink(ada, identities.only(ada.person().id()));
    assertThat(sso.world.ports.ownSessions().of(bob.person().id())).singleElement()
        .satisfies(it -> assertThat(it.proofs().has(Proof.Sso.class)).isTrue());
  }

  @Test
  void keeps_the_last_way_in() {
    SignedIn bob = bob();
    FederatedIdentity identity = identities.only(bob.person().id());
    assertThat(identities.unlink(bob, identity)).isEqualTo(new Outcome.LastWayIn());
    assertThat(identities.of(bob.person().id())).containsExactly(identity);
    var event = sso.world.lastAudit(AuditAction.IDENTITY_UNLINKED);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.chain().getLast().rule()).isEqualTo("other-way-in");
  }

  @Test
  void lets_it_go_once_there_is_a_passkey_and_ends_the_session_that_has_shown_nothing_else() {
    SignedIn bob = bob();
    sso.world.ports.passkeys().add(new Passkey(new PasskeyId(sso.world.ids.next()), bob.person().id(),
        CredentialId.parse("AQID"), new Octets("AQID"), true, 0, new PasskeyName("Key"), sso.world.clock.instant(),
        Optional.empty()));
    assertThat(identities.unlink(bob, identities.only(bob.person().id()))).isEqualTo(new Outcome.Unlinked(true));
    assertThat(sso.world.ports.ownSessions().of(bob.person().id())).isEmpty();
  }

  @Test
  void counts_another_identity_only_while_the_organization_has_its_provider_and_the_person() {
    SignedIn bob = bob();
    FederatedIdentity identity = identities.only(bob.person().id());
    Organization other = otherOrganization();
    identities.bound(bob.person().id(), other.id(), FakeRelyingParty.ISSUER, "elsewhere");
    assertThat(identities.unlink(bob, identity)).as("no member there").isEqualTo(new Outcome.LastWayIn());
    sso.world.ports.memberships().add(new Membership(new MembershipId(sso.world.ids.next()), other.id(),
        bob.person().id(), Role.AGENT, MembershipStatus.ACTIVE, MembershipSource.MANUAL, false,
        sso.world.clock.instant(), 0));
    goesElsewhere(other, "https://login.new.example");
    assertThat(identities.unlink(bob, identity)).as("another issuer").isEqualTo(new Outcome.LastWayIn());
    goesElsewhere(other, FakeRelyingParty.ISSUER);
    assertThat(identities.unlink(bob, identity)).isInstanceOf(Outcome.Unlinked.class);
  }

  @Test
  void lets_go_of_one_that_leads_nowhere_although_nothing_is_left() {
    SignedIn bob = bob();
    Organization other = otherOrganization();
    FederatedIdentity dead = identities.bound(bob.person().id(), other.id(), "https://login.old.example", "1");
    assertThat(identities.unlink(bob, dead)).isEqualTo(new Outcome.Unlinked(false));
    assertThat(identities.of(bob.person().id())).hasSize(1);
  }

  @Test
  void keeps_one_of_two_that_are_to_go_at_the_same_time() {
    SignedIn bob = bob();
    identities.bound(bob.person().id(), sso.acme.id(), FakeRelyingParty.ISSUER, "2");
    List<FederatedIdentity> both = identities.of(bob.person().id());
    var next = both.iterator();
    Together.run(2, () -> {
      FederatedIdentity mine;
      synchronized (both) {
        mine = next.next();
      }
      return identities.unlink(bob, mine);
    });
    assertThat(identities.of(bob.person().id())).hasSize(1);
  }

  @Test
  void takes_a_fresh_proof() {
    SignedIn ada = linkedAda();
    sso.world.clock.advance(Duration.ofMinutes(10));
    assertThat(identities.unlink(ada, identities.only(ada.person().id()))).isEqualTo(new Outcome.ProofTooOld());
    assertThat(identities.of(ada.person().id())).hasSize(1);
  }

  @Test
  void does_not_know_those_of_others() {
    SignedIn ada = linkedAda();
    SignedIn bob = bob();
    FederatedIdentity his = identities.only(bob.person().id());
    assertThat(identities.unlink(ada, his)).isEqualTo(new Outcome.NotFound());
    assertThat(identities.of(bob.person().id())).containsExactly(his);
  }

  private SignedIn linkedAda() {
    return SsoWorld.session(identities.link(identities.seat(ADA)));
  }

  /** Somebody whom only the identity provider lets in, at an address of the organization's own domain. */
  private SignedIn bob() {
    sso.verified(sso.acme.id(), "acme.example", AutoJoin.OFF);
    sso.justInTime(Role.AGENT);
    sso.provider.knows(FakeRelyingParty.person("bob", "bob@acme.example", true));
    return SsoWorld.session(sso.signIn());
  }

  private Organization otherOrganization() {
    SessionOpening.Opened opened = sso.world.register(new EmailAddress("carol@example.com"));
    Organization other = opened.session().signedIn().places().getFirst().organization();
    sso.connect(other);
    return other;
  }

  private void goesElsewhere(Organization organization, String issuer) {
    var connection = sso.world.ports.ssoConnections().find(organization.id()).orElseThrow();
    sso.world.ports.ssoConnections().save(connection.replacedBy(new OidcClient(connection.client().provider(),
        new IssuerUrl(issuer), connection.client().clientId(), connection.client().secret()),
        connection.version() + 1, sso.world.clock.instant()));
  }
}
