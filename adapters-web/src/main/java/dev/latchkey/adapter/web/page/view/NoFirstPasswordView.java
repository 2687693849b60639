package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code /account/password} for an account that has none and can't be given one right now.
 *
 * @param wayOut the path where that can be mended; null if it can't
 */
public record NoFirstPasswordView(Viewer viewer, Why why, @Nullable String wayOut) implements View {

  @Override
  public String template() {
    return "password/none.jte";
  }

  /** What stands in the way. */
  public enum Why {
    PROOF_TOO_OLD, PASSKEY_OWED, SSO_REQUIRED
  }
}
