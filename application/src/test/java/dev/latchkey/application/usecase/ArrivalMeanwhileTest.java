package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.social.CompleteSocialSignIn;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.SsoFault;
import org.junit.jupiter.api.Test;

/** What becomes of a sign-in at a provider when the account's owner is faster by a moment. */
class ArrivalMeanwhileTest {
  private static final String BOB = "bob@acme.example";

  @Test
  void an_organizations_provider_opens_nothing_by_an_identity_that_was_just_taken_away() {
    SsoWorld sso = new SsoWorld();
    sso.justInTime(Role.AGENT);
    UserId bob = SsoWorld.session(sso.signIn()).person().id();
    FederatedIdentity identity = sso.world.ports.federatedIdentities().of(bob).getFirst();
    sso.world.ports.users().meanwhile(() -> {
      sso.world.ports.federatedIdentities().remove(bob, identity.id());
      sso.world.ports.lastSignIns().note(bob, sso.world.clock.instant());
    });
    assertThat(sso.signIn()).isInstanceOfSatisfying(CompleteSsoSignIn.Outcome.Refused.class,
        refused -> assertThat(refused.fault()).isEqualTo(SsoFault.NOT_LINKED));
  }

  @Test
  void an_organizations_provider_is_linked_to_no_account_that_has_just_got_another_address() {
    SsoWorld sso = new SsoWorld();
    sso.verified(sso.acme.id(), "acme.example", AutoJoin.OFF);
    sso.justInTime(Role.AGENT);
    UserId bob = sso.world.register(new EmailAddress(BOB)).session().signedIn().person().id();
    sso.world.ports.users().meanwhile(() -> sso.world.ports.users().save(sso.world.ports.users().find(bob).orElseThrow()
        .movedTo(new EmailAddress("robert@example.com"))));
    assertThat(SsoWorld.session(sso.signIn()).person().id()).isNotEqualTo(bob);
    assertThat(sso.world.ports.federatedIdentities().of(bob)).isEmpty();
  }

  @Test
  void a_provider_of_the_deployment_opens_nothing_by_an_identity_that_was_just_taken_away() {
    SocialWorld social = new SocialWorld();
    UserId bob = SocialWorld.session(social.signInAs("1", BOB, true)).person().id();
    SocialIdentity identity = social.ports.socialIdentities().of(bob).getFirst();
    social.ports.users().meanwhile(() -> social.ports.socialIdentities().remove(bob, identity.id()));
    assertThat(social.signInAs("1", BOB, true)).isInstanceOfSatisfying(CompleteSocialSignIn.Outcome.Refused.class,
        refused -> assertThat(refused.fault()).isEqualTo(SsoFault.ACCOUNT_EXISTS));
  }
}
