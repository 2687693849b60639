package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.SignInWithPassword.Outcome;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInWithPasswordTest {
  private static final Password WRONG = new Password("another seven lamps");
  private static final EmailAddress NOBODY = new EmailAddress("nobody@example.com");

  private final World world = new World();
  private final SessionOpening.Opened registered = world.register(ADA);

  @Test
  void opens_a_new_session_under_a_new_token() {
    Outcome.SignedIn signedIn = (Outcome.SignedIn) world.signIn(ADA, PASSWORD);
    assertThat(signedIn.opened().token()).isNotEqualTo(registered.token());
    assertThat(signedIn.opened().session().signedIn().session().id())
        .isNotEqualTo(registered.session().signedIn().session().id());
  }

  @Test
  void answers_unknown_addresses_and_wrong_passwords_alike_with_the_same_number_of_hashes() {
    int before = world.hasher.hashes();
    assertThat(world.signIn(ADA, WRONG)).isEqualTo(new Outcome.Refused());
    int forWrong = world.hasher.hashes() - before;
    assertThat(world.signIn(NOBODY, WRONG)).isEqualTo(new Outcome.Refused());
    assertThat(world.hasher.hashes() - before - forWrong).isEqualTo(forWrong).isEqualTo(1);
  }

  @Test
  void tells_the_audit_which_rule_refused() {
    world.signIn(ADA, WRONG);
    AuditEvent event = world.lastAudit(AuditAction.SIGN_IN);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.chain()).extracting(Reason::rule).containsExactly("address-known", "password-set",
        "password-matches");
    world.signIn(NOBODY, WRONG);
    assertThat(world.lastAudit(AuditAction.SIGN_IN).chain()).extracting(Reason::rule)
        .containsExactly("address-known");
  }

  @Test
  void makes_the_sixth_try_wait_for_known_and_unknown_addresses() {
    for (EmailAddress address : new EmailAddress[]{ADA, NOBODY}) {
      for (int i = 0; i < 5; i++) {
        assertThat(world.signIn(address, WRONG)).isEqualTo(new Outcome.Refused());
      }
      assertThat(world.signIn(address, PASSWORD)).isInstanceOf(Outcome.TooManyTries.class);
    }
  }

  @Test
  void costs_no_hash_while_tries_have_to_wait() {
    for (int i = 0; i < 5; i++) {
      world.signIn(ADA, WRONG);
    }
    int before = world.hasher.hashes();
    world.signIn(ADA, PASSWORD);
    assertThat(world.hasher.hashes()).isEqualTo(before);
  }

  @Test
  void does_not_let_a_stranger_slow_down_a_browser_that_signed_in_before() {
    Browser browser = world.newBrowser();
    world.signIn(ADA, PASSWORD, browser);
    for (int i = 0; i < 6; i++) {
      world.signIn(ADA, WRONG);
    }
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(Outcome.TooManyTries.class);
    assertThat(world.signIn(ADA, PASSWORD, browser)).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void forgets_failures_after_the_right_password() {
    for (int i = 0; i < 4; i++) {
      world.signIn(ADA, WRONG);
    }
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    for (int i = 0; i < 4; i++) {
      assertThat(world.signIn(ADA, WRONG)).isEqualTo(new Outcome.Refused());
    }
  }

  @Test
  void hashes_anew_when_the_deployment_became_stricter() {
    world.hasher.becomeStricter();
    world.signIn(ADA, PASSWORD);
    User user = world.ports.users().findByEmail(ADA).orElseThrow();
    assertThat(world.hasher.isOutdated(user.password().orElseThrow())).isFalse();
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void answers_people_who_were_deactivated_like_a_wrong_password() {
    Membership membership = place().membership();
    world.ports.unitOfWork().run(() -> {
      world.ports.memberships()
          .save(new Membership(membership.id(), membership.organizationId(), membership.userId(), membership.role(),
              MembershipStatus.DEACTIVATED, membership.source(), false, membership.createdAt(),
              membership.version()));
      return true;
    });
    assertThat(world.signIn(ADA, PASSWORD)).isEqualTo(new Outcome.Refused());
    assertThat(world.lastAudit(AuditAction.SIGN_IN).chain().getLast().rule()).isEqualTo("not-deactivated-everywhere");
  }

  @Test
  void sends_people_to_their_identity_provider_where_only_that_is_accepted() {
    demandSso(false);
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(Outcome.SsoRequired.class);
    assertThat(world.signIn(ADA, WRONG)).isEqualTo(new Outcome.Refused());
  }

  @Test
  void lets_a_break_glass_owner_with_a_second_factor_sign_in_although_sso_is_demanded() {
    demandSso(true);
    assertThat(world.signIn(ADA, PASSWORD)).as("no second factor").isInstanceOf(Outcome.SsoRequired.class);
    world.ports.unitOfWork().run(() -> {
      world.ports.users().save(world.ports.users().findByEmail(ADA).orElseThrow().withMfa(true));
      return true;
    });
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void waits_no_longer_than_it_says() {
    for (int i = 0; i < 5; i++) {
      world.signIn(ADA, WRONG);
    }
    Outcome.TooManyTries waiting = (Outcome.TooManyTries) world.signIn(ADA, PASSWORD);
    world.clock.advance(waiting.retryAfter());
    assertThat(world.signIn(ADA, PASSWORD)).isInstanceOf(Outcome.SignedIn.class);
    assertThat(waiting.retryAfter()).isLessThanOrEqualTo(Duration.ofMinutes(5));
  }

  private void demandSso(boolean breakGlass) {
    SignedIn.Place place = place();
    Organization organization = place.organization();
    Membership membership = place.membership();
    world.ports.unitOfWork().run(() -> {
      world.ports.organizations().save(organization.demanding(new AuthenticationRequirement(AuthRequired.SSO, false)));
      world.ports.memberships()
          .save(new Membership(membership.id(), membership.organizationId(), membership.userId(), membership.role(),
              membership.status(), membership.source(), breakGlass, membership.createdAt(), membership.version()));
      return true;
    });
  }

  private SignedIn.Place place() {
    return world.ports.memberships().placesOf(registered.session().signedIn().person().id()).getFirst();
  }
}
