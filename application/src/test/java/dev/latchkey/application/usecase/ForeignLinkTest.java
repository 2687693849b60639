package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.social.CompleteSocialSignIn;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.sso.SsoFault;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A page of another site sends a browser to a provider, perhaps to sign it in as somebody else (login CSRF). */
class ForeignLinkTest {
  private static final EmailAddress BOB = new EmailAddress("bob@acme.example");
  private static final EmailAddress EVE = new EmailAddress("eve@example.com");

  @Nested
  class ToAnOrganizationsProvider {
    private final SsoWorld sso = new SsoWorld();
    private final Browser adas = signedIn(sso.world);

    @Test
    void leaves_alone_who_is_signed_in_if_somebody_new_comes_back() {
      sso.justInTime(Role.AGENT);
      refused(sso.signInByForeignLink(adas));
      assertThat(sso.world.ports.users().findByEmail(BOB)).isEmpty();
      assertThat(sso.world.lastAudit(AuditAction.SIGN_IN).chain().getLast().rule()).isEqualTo("browser-free");
    }

    @Test
    void leaves_alone_who_is_signed_in_if_somebody_known_comes_back() {
      sso.justInTime(Role.AGENT);
      SsoWorld.session(sso.signIn());
      refused(sso.signInByForeignLink(adas));
    }

    @Test
    void steps_up_who_is_signed_in() {
      sso.verified(sso.acme.id(), "example.com", AutoJoin.OFF);
      sso.provider.knows(FakeRelyingParty.person("7", World.ADA.value(), true));
      assertThat(SsoWorld.session(sso.signInByForeignLink(adas)).person().email()).isEqualTo(World.ADA);
    }

    @Test
    void lets_somebody_in_where_nobody_is_signed_in() {
      sso.justInTime(Role.AGENT);
      assertThat(SsoWorld.session(sso.signInByForeignLink(sso.world.newBrowser())).person().email())
          .isEqualTo(BOB);
    }

    @Test
    void tells_who_may_not_come_in_at_all_the_real_reason() {
      assertThat(sso.signInByForeignLink(adas)).isInstanceOfSatisfying(CompleteSsoSignIn.Outcome.Refused.class,
          it -> assertThat(it.fault()).isEqualTo(SsoFault.NOT_LINKED));
    }

    private void refused(CompleteSsoSignIn.Outcome outcome) {
      assertThat(outcome).isInstanceOfSatisfying(CompleteSsoSignIn.Outcome.Refused.class,
          it -> assertThat(it.fault()).isEqualTo(SsoFault.SIGNED_IN_AS_ANOTHER));
      assertThat(sso.world.ports.sessions().find(adas.session().orElseThrow().hash())).isPresent();
    }
  }

  @Nested
  class ToAProviderOfTheDeployment {
    private final SocialWorld social = new SocialWorld();
    private final World world = social.world;
    private final Browser adas;

    ToAProviderOfTheDeployment() {
      world.register(World.ADA);
      adas = signedIn(world);
    }

    @Test
    void leaves_alone_who_is_signed_in_if_somebody_new_comes_back() {
      social.provider.knows(FakeRelyingParty.person("1", EVE.value(), true));
      refused(social.signInByForeignLink(adas));
      assertThat(world.ports.users().findByEmail(EVE)).isEmpty();
    }

    @Test
    void leaves_alone_who_is_signed_in_if_somebody_known_comes_back() {
      SocialWorld.session(social.signInAs("1", EVE.value(), true));
      refused(social.signInByForeignLink(adas));
    }

    @Test
    void lets_in_again_who_is_signed_in() {
      social.link(social.seat(World.ADA));
      assertThat(SocialWorld.session(social.signInByForeignLink(adas)).person().email()).isEqualTo(World.ADA);
    }

    private void refused(CompleteSocialSignIn.Outcome outcome) {
      assertThat(outcome).isInstanceOfSatisfying(CompleteSocialSignIn.Outcome.Refused.class,
          it -> assertThat(it.fault()).isEqualTo(SsoFault.SIGNED_IN_AS_ANOTHER));
      assertThat(world.ports.sessions().find(adas.session().orElseThrow().hash())).isPresent();
    }
  }

  private static Browser signedIn(World world) {
    Browser browser = world.newBrowser();
    var outcome = (SignInWithPassword.Outcome.SignedIn) world.signIn(World.ADA, World.PASSWORD, browser);
    return new Browser(browser.token(), Optional.of(outcome.opened().token()));
  }
}
