package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.history.ForeseeSignIn;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInForecast.Answer;
import dev.latchkey.domain.signin.SignInMethod;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcIdentity;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who joins the organization of their address's domain by signing in at the Google of all the world. */
class SocialWorkspaceTest {
  private static final EmailAddress BOB = new EmailAddress("bob@acme.example");

  private final SocialWorld social = new SocialWorld();
  private final SignedIn ada = social.world.register(World.ADA).session().signedIn();
  private final Organization acme = ada.places().getFirst().organization();

  @BeforeEach
  void welcomePeopleOfTheDomain() {
    social.verified(acme.id(), "acme.example", AutoJoin.AUTOMATIC);
  }

  @Test
  void joins_with_an_account_of_the_domains_workspace() {
    assertThat(signIn(Optional.of("acme.example")).place(acme.id()))
        .hasValueSatisfying(it -> assertThat(it.membership().source()).isEqualTo(MembershipSource.AUTOJOIN));
  }

  @Test
  void joins_nothing_with_a_private_account_or_one_of_another_workspace() {
    SignedIn bob = signIn(Optional.empty());
    assertThat(bob.person().email()).isEqualTo(BOB);
    assertThat(bob.places()).isEmpty();
    assertThat(signIn(Optional.of("evil.example")).places()).isEmpty();
  }

  @Test
  void is_foreseen_as_somebody_of_the_workspace() {
    ForeseeSignIn.Outcome outcome = Foreseeing.on(social.world)
        .foresee(new ForeseeSignIn.Query(new Actor.InSession(ada), acme.id(), BOB, SignInMethod.SOCIAL));
    assertThat(((ForeseeSignIn.Outcome.Foreseen) outcome).forecast().answer()).isEqualTo(Answer.OPENS);
  }

  private SignedIn signIn(Optional<String> hosted) {
    social.provider.knows(new OidcIdentity(new FederatedSubject(IssuerUrl.GOOGLE.value(), "1"), Optional.of(BOB), true,
        Optional.empty(), Optional.empty(), hosted.map(DomainName::new)));
    return SocialWorld.session(social.signIn());
  }
}
