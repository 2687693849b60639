package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.Nullable;

/**
 * The last thing of ours that is seen before an organization's identity provider takes over; it leads there by itself. A
 * page rather than a redirect: browsers hold what answers a form to our {@code form-action}, and the provider is elsewhere.
 *
 * @param email as it was typed, for signing in here instead
 * @param entry where single sign-on begins
 * @param returnTo where to go afterwards, an own path already checked; null for home
 */
public record SsoDepartureView(String email, String entry, @Nullable String returnTo) implements View {

  @Override
  public String template() {
    return "signin/departure.jte";
  }
}
