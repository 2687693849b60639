package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code /invitation?token=} for somebody who has an account already, or who is signed in as somebody else. Confirming
 * posts {@code token} to {@code /invitation/join}.
 *
 * @param signIn where one signs in and comes back from
 * @param signedInAs the address of whoever is signed in, if it isn't the invited one
 */
public record InvitationForAccountView(String token, Asked asked, Step step, String signIn,
    @Nullable String signedInAs) implements View {

  /** What has to be done next. */
  public enum Step {
    SIGN_IN, CONFIRM, LEAVE_OTHER_ACCOUNT
  }

  @Override
  public String template() {
    return "invitation/account.jte";
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "InvitationForAccountView[hidden]";
  }
}
