package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.ForesightWorld.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInMethod;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is foreseen of a sign-in is what comes of it when the person really tries, whatever the situation. */
class ForeseenAsRealTest {
  private static final List<AuthenticationRequirement> REQUIREMENTS = List.of(AuthenticationRequirement.NONE,
      new AuthenticationRequirement(AuthRequired.MFA, false), new AuthenticationRequirement(AuthRequired.SSO, false),
      new AuthenticationRequirement(AuthRequired.SSO, true));

  /** Whose domain the address is of. */
  private enum Domain {
    NOBODYS, OWN, OWN_WELCOMING, OWN_APPROVING, FOREIGN
  }

  @ParameterizedTest
  @EnumSource
  void what_is_foreseen_comes_true(ForeseenPerson person) {
    for (SignInMethod method : SignInMethod.values()) {
      for (AuthenticationRequirement requirement : REQUIREMENTS) {
        for (Domain domain : Domain.values()) {
          for (boolean justInTime : new boolean[]{false, true}) {
            compare(person, method, requirement, domain, justInTime);
          }
        }
      }
    }
  }

  private static void compare(ForeseenPerson person, SignInMethod method, AuthenticationRequirement requirement,
      Domain domain, boolean justInTime) {
    ForesightWorld foresight = new ForesightWorld();
    claim(foresight, domain);
    if (justInTime) {
      foresight.sso.justInTime(Role.AGENT);
    }
    person.arrive(foresight);
    foresight.demand(requirement);
    SignInForecast foreseen = foresight.foreseen(method);
    SignInForecast real = foresight.real(method);
    String situation = method + ", " + requirement + ", domain " + domain + ", just-in-time " + justInTime;
    if (person == ForeseenPerson.BELONGS_NOWHERE && !isOwn(domain)) {
      // The organization must not learn by asking that there is such an account.
      assertThat(foreseen).as(situation).isEqualTo(unknown(method, requirement, domain, justInTime));
      return;
    }
    assertThat(foreseen.answer()).as(situation).isEqualTo(real.answer());
    if (person.isMember() || method == SignInMethod.SSO) {
      assertThat(rules(foreseen)).as(situation).isEqualTo(rules(real));
    }
  }

  /** What is wrong with a passkey is told from who has none by the detail only. */
  private static List<Reason> rules(SignInForecast forecast) {
    return forecast.chain().stream()
        .map(it -> it.rule().equals("passkey-valid") ? new Reason(it.rule(), it.result(), "") : it).toList();
  }

  private static SignInForecast unknown(SignInMethod method, AuthenticationRequirement requirement, Domain domain,
      boolean justInTime) {
    ForesightWorld foresight = new ForesightWorld();
    claim(foresight, domain);
    if (justInTime) {
      foresight.sso.justInTime(Role.AGENT);
    }
    foresight.demand(requirement);
    return foresight.foreseen(method);
  }

  private static boolean isOwn(Domain domain) {
    return EnumSet.of(Domain.OWN, Domain.OWN_WELCOMING, Domain.OWN_APPROVING).contains(domain);
  }

  private static void claim(ForesightWorld foresight, Domain domain) {
    switch (domain) {
      case NOBODYS -> {}
      case OWN -> foresight.sso.verified(foresight.sso.acme.id(), BOB.domain(), AutoJoin.OFF);
      case OWN_WELCOMING -> foresight.sso.verified(foresight.sso.acme.id(), BOB.domain(), AutoJoin.AUTOMATIC);
      case OWN_APPROVING -> foresight.sso.verified(foresight.sso.acme.id(), BOB.domain(), AutoJoin.APPROVAL);
      case FOREIGN -> foresight.sso.verified(foresight.other(), BOB.domain(), AutoJoin.OFF);
    }
  }
}
