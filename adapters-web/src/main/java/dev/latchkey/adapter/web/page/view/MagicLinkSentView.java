package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.Nullable;

/**
 * After a link to sign in was asked for; the same for every address. Posts {@code email} to {@code /magic-link/send} to
 * have another one.
 *
 * @param email the address, where this browser told it to us; null if unknown
 * @param problem what stood in the way, already worded; null if a mail is on its way
 */
public record MagicLinkSentView(@Nullable String email, @Nullable String problem) implements View {

  @Override
  public String template() {
    return "signin/magic-link-sent.jte";
  }
}
