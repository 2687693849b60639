package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Together;
import dev.latchkey.application.social.CompleteSocialSignIn.Outcome;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.social.SocialRoundTrip;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.RoundTrip;
import dev.latchkey.domain.sso.SsoFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way to a provider of the deployment and back: whose it is, how often, and how long. */
class SocialRoundTripTest {
  private final SocialWorld social = new SocialWorld();
  private final World world = social.world;
  private final Browser browser = world.newBrowser();

  @Test
  void takes_a_state_once_and_of_many_at_once_only_one() {
    social.begin(browser);
    List<Outcome> outcomes = Together.run(8, () -> social.complete(browser));
    assertThat(outcomes).filteredOn(it -> it instanceof Outcome.Entered).hasSize(1);
    assertRefused(social.complete(browser), SsoFault.STATE_INVALID);
  }

  @Test
  void takes_a_state_only_in_the_browser_that_was_sent_away_and_only_for_ten_minutes() {
    social.begin(browser);
    assertRefused(social.complete(world.newBrowser()), SsoFault.BROWSER_DIFFERS);
    assertRefused(social.complete(browser), SsoFault.STATE_INVALID);
    social.begin(browser);
    world.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
    assertRefused(social.complete(browser), SsoFault.STATE_INVALID);
    assertRefused(social.complete(social.complete, SocialProvider.GOOGLE, Optional.empty(), browser),
        SsoFault.STATE_INVALID);
  }

  @Test
  void takes_no_answer_at_another_providers_callback() {
    social.begin(browser);
    assertRefused(social.complete(social.complete, SocialProvider.MICROSOFT, Optional.of(social.state()), browser),
        SsoFault.CALLBACK_DIFFERS);
    assertThat(world.lastAudit(AuditAction.SIGN_IN).details()).containsEntry("fault", "CALLBACK_DIFFERS");
  }

  @Test
  void takes_no_state_of_an_organizations_provider() {
    RoundTrip way = new RoundTrip(Handshake.random(SocialWorld.CALLBACKS.of(SocialProvider.GOOGLE), world.random),
        browser.hash(), Optional.empty(), Optional.empty());
    Map<String, String> facts = SocialRoundTrip
        .to(SocialProvider.GOOGLE, SocialWorld.client(SocialProvider.GOOGLE, "latchkey"), way).toFacts();
    LinkToken right = social.links.issue(Purpose.SOCIAL_STATE, facts).token();
    assertThat(social.complete(social.complete, SocialProvider.GOOGLE, Optional.of(right), browser))
        .isInstanceOf(Outcome.Entered.class);
    LinkToken other = social.links.issue(Purpose.SSO_STATE, facts).token();
    assertRefused(social.complete(social.complete, SocialProvider.GOOGLE, Optional.of(other), browser),
        SsoFault.STATE_INVALID);
  }

  @Test
  void gives_up_when_the_operator_sets_up_another_client_meanwhile() {
    social.begin(browser);
    SocialClients changed = social.clients.with(SocialProvider.GOOGLE,
        SocialWorld.client(SocialProvider.GOOGLE, "another"));
    assertRefused(social.complete(social.completing(true, changed), SocialProvider.GOOGLE,
        Optional.of(social.state()), browser), SsoFault.CONNECTION_CHANGED);
  }

  private static void assertRefused(Outcome outcome, SsoFault fault) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(fault, false));
  }
}
