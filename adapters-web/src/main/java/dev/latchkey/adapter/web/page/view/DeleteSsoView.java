package dev.latchkey.adapter.web.page.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/sso/delete}. Posts to itself.
 *
 * @param lastSignInAt null if nobody has signed in through it yet
 */
public record DeleteSsoView(Viewer viewer, OrganizationFrame organization, String issuer,
    @Nullable Instant lastSignInAt) implements View {

  @Override
  public String template() {
    return "sso/delete.jte";
  }

  public String path() {
    return OrganizationSection.SSO.path(organization.slug());
  }
}
