package dev.latchkey.adapter.web.page.view;

/**
 * A link to sign in that was opened in another browser than the one that asked. Posts {@code token} to
 * {@code /magic-link}.
 */
public record MagicLinkConfirmView(String token) implements View {

  @Override
  public String template() {
    return "signin/magic-link-confirm.jte";
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "MagicLinkConfirmView[hidden]";
  }
}
