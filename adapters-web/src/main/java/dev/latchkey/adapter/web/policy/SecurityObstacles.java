package dev.latchkey.adapter.web.policy;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.domain.policy.RequirementChange.Obstacle;
import java.util.List;

/** How it is told what stands in the way of demanding single sign-on. */
final class SecurityObstacles {
  private SecurityObstacles() {}

  /** The first obstacle as the code, all of them as errors. */
  static Refusal refusal(List<Obstacle> obstacles) {
    return Refusal.of(code(obstacles.getFirst()), "Single sign-on can't be required yet; errors says why.")
        .with(obstacles.stream()
            .map(obstacle -> FieldError.of("authRequired", obstacle.name(), message(obstacle))).toList());
  }

  private static Code code(Obstacle obstacle) {
    return switch (obstacle) {
      case DOMAIN_NOT_VERIFIED -> Code.DOMAIN_NOT_VERIFIED;
      case SSO_NOT_PROVEN -> Code.SSO_NOT_PROVEN;
      case NO_BREAK_GLASS -> Code.NO_BREAK_GLASS;
    };
  }

  private static String message(Obstacle obstacle) {
    return switch (obstacle) {
      case DOMAIN_NOT_VERIFIED -> "The organization has no verified domain.";
      case SSO_NOT_PROVEN -> "No owner has signed in through a single sign-on connection within 24 hours.";
      case NO_BREAK_GLASS -> "No break-glass owner has both a password and a second factor; "
          + "acceptLockoutRisk goes on without.";
    };
  }
}
