package dev.latchkey.domain.policy;

import dev.latchkey.domain.SingleLine;

/**
 * One rule that was looked at, and what it said: the link of a decision's chain that audit and pages show.
 *
 * @param rule stable name in kebab case, such as {@code password-matches}
 * @param result what came of it
 * @param detail for the admin, never a secret; may be empty; one line of bounded length, whoever's words it quotes
 */
public record Reason(String rule, Result result, String detail) {
  private static final int LONGEST_DETAIL = 1_000;

  public Reason {
    detail = SingleLine.quoted(detail, LONGEST_DETAIL);
  }

  /** What a rule can say. */
  public enum Result {
    PASSED, FAILED, SKIPPED
  }

  public static Reason passed(String rule, String detail) {
    return new Reason(rule, Result.PASSED, detail);
  }

  public static Reason failed(String rule, String detail) {
    return new Reason(rule, Result.FAILED, detail);
  }

  public static Reason skipped(String rule, String detail) {
    return new Reason(rule, Result.SKIPPED, detail);
  }
}
