package dev.latchkey.domain.policy;

import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Member;

/** What moving a member to single sign-on comes to. */
public enum SsoMove {
  /** The identity provider's word opens the account: the password goes. */
  READY,
  /** The same, but other organizations count on the account, too, so the password stays. */
  LINKED,
  /** There is no password, only single sign-on. */
  DONE,
  /** A mail leads the person there; with the first sign-in the account is linked. */
  AT_FIRST_SIGN_IN,
  /** No verified domain speaks for the address: the person has to link the account, signed in as before. */
  NOT_LINKED,
  /** Is left alone, so that somebody gets in when the identity provider fails. */
  BREAK_GLASS;

  /** @param elsewhere whether any other organization has the account among its members */
  public static SsoMove of(Member member, User account, SsoStanding standing, boolean elsewhere) {
    if (member.membership().breakGlass()) {
      return BREAK_GLASS;
    }
    return switch (standing) {
      case AT_FIRST_SIGN_IN -> AT_FIRST_SIGN_IN;
      case NONE -> NOT_LINKED;
      case LINKED -> account.password().isEmpty() ? DONE : elsewhere ? LINKED : READY;
    };
  }
}
