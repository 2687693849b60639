package dev.latchkey.domain.sso;

import dev.latchkey.domain.SingleLine;

/**
 * Why a sign-in at a provider, or a look at its configuration, came to nothing.
 *
 * @param detail for the admin: what was seen and what was expected; never a secret, never for the person who signs in; much
 *     of it may be the provider's words, so it is kept to one line of bounded length
 */
public record SsoProblem(SsoFault fault, String detail) {
  private static final int LONGEST_DETAIL = 1_000;

  public SsoProblem {
    detail = SingleLine.quoted(detail, LONGEST_DETAIL);
  }
}
