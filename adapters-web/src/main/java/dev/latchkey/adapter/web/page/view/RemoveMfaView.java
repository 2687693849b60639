package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.Nullable;

/**
 * Asks before the second factor is removed. Posts nothing to {@code /account/mfa/remove}.
 *
 * @param problem why it was refused, already worded; null before it is tried
 */
public record RemoveMfaView(Viewer viewer, @Nullable String problem) implements View {

  @Override
  public String template() {
    return "mfa/remove.jte";
  }
}
