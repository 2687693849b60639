package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.Nullable;

/**
 * Asks before an identity is unlinked. Posts {@code id} to {@code /account/identities/unlink}.
 *
 * @param place the organization whose identity provider it is, or the provider itself
 * @param problem why it was refused, already worded; null before it is tried
 */
public record UnlinkIdentityView(Viewer viewer, String id, String place, @Nullable String problem)
    implements
      View {

  @Override
  public String template() {
    return "identity/unlink.jte";
  }
}
