package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.federation.CompleteSsoSignIn.Outcome;
import dev.latchkey.application.history.ForeseeSignIn;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInForecast.Answer;
import dev.latchkey.domain.signin.SignInMethod;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organization whose identity provider is Google, as that of everybody else in the world. */
class GoogleWorkspaceTest {
  private static final EmailAddress BOB = new EmailAddress("bob@acme.example");
  private static final EmailAddress EVE = new EmailAddress("eve@evil.example");

  private final SsoWorld sso = new SsoWorld();
  private final ForeseeSignIn foresee = Foreseeing.on(sso.world);

  @BeforeEach
  void connect() {
    sso.connect(sso.acme, new OidcClient(Provider.GOOGLE, IssuerUrl.GOOGLE, SsoWorld.CLIENT.clientId(),
        SsoWorld.CLIENT.secret()));
    sso.justInTime(Role.AGENT);
    sso.verified(sso.acme.id(), "acme.example", AutoJoin.OFF);
  }

  @Test
  void makes_an_account_for_who_comes_from_the_workspace_of_a_verified_domain() {
    SignedIn bob = SsoWorld.session(signIn(BOB, Optional.of("acme.example")));
    assertThat(bob.place(sso.acme.id()).orElseThrow().membership().source()).isEqualTo(MembershipSource.JIT);
  }

  @Test
  void makes_none_for_a_private_account_and_records_why() {
    assertRefused(signIn(BOB, Optional.empty()), SsoFault.DOMAIN_NOT_ALLOWED);
    assertThat(sso.world.lastAudit(AuditAction.SIGN_IN).chain().getLast().rule()).isEqualTo("workspace-account");
    assertThat(sso.world.ports.users().findByEmail(BOB)).isEmpty();
  }

  @Test
  void makes_none_for_who_comes_from_a_workspace_of_their_own() {
    assertRefused(signIn(EVE, Optional.of("evil.example")), SsoFault.DOMAIN_NOT_ALLOWED);
    assertThat(sso.world.lastAudit(AuditAction.SIGN_IN).chain().getLast().rule()).isEqualTo("workspace-own");
    assertThat(sso.world.ports.users().findByEmail(EVE)).isEmpty();
  }

  @Test
  void goes_on_letting_in_whoever_has_been_let_in() {
    SignedIn bob = SsoWorld.session(signIn(BOB, Optional.of("acme.example")));
    assertThat(SsoWorld.session(signIn(BOB, Optional.empty())).person()).isEqualTo(bob.person());
  }

  @Test
  void links_an_account_by_its_address_only_to_one_of_the_domains_workspace() {
    sso.verified(sso.acme.id(), "example.com", AutoJoin.OFF);
    assertRefused(signIn(World.ADA, Optional.empty()), SsoFault.EMAIL_NOT_VERIFIED);
    assertThat(sso.world.lastAudit(AuditAction.SIGN_IN).chain().getLast().rule()).isEqualTo("workspace-account");
    assertThat(foreseen(World.ADA).answer()).isEqualTo(Answer.OPENS);
    assertThat(foreseen(World.ADA).chain()).extracting("rule").contains("workspace-account");
    assertThat(SsoWorld.session(signIn(World.ADA, Optional.of("example.com"))).person()).isEqualTo(sso.ada.person());
  }

  @Test
  void is_foreseen_alike() {
    assertThat(foreseen(BOB).answer()).isEqualTo(Answer.OPENS);
    assertThat(foreseen(BOB).chain()).extracting("rule").contains("workspace-account", "workspace-own");
    assertThat(foreseen(EVE).answer()).isEqualTo(Answer.REFUSED);
    assertThat(foreseen(EVE).chain().getLast().rule()).isEqualTo("workspace-own");
  }

  private Outcome signIn(EmailAddress email, Optional<String> hosted) {
    sso.provider.knows(new OidcIdentity(new FederatedSubject(IssuerUrl.GOOGLE.value(), email.value()),
        Optional.of(email), true, Optional.empty(), Optional.empty(), hosted.map(DomainName::new)));
    return sso.signIn();
  }

  private SignInForecast foreseen(EmailAddress email) {
    return ((ForeseeSignIn.Outcome.Foreseen) foresee.foresee(new ForeseeSignIn.Query(new Actor.InSession(sso.ada),
        sso.acme.id(), email, SignInMethod.SSO))).forecast();
  }

  private static void assertRefused(Outcome outcome, SsoFault fault) {
    assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
        refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
