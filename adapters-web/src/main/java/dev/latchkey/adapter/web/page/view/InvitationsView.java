package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/invitations}. A line posts to its {@code /resend} and leads to its {@code /revoke}.
 *
 * @param invitations a part of them, newest first; empty shows how to invite the first
 * @param older where the next part is; null at the end
 * @param newest whether it is the first part
 */
public record InvitationsView(Viewer viewer, OrganizationFrame organization, List<Line> invitations,
    @Nullable String older, boolean newest) implements View {

  public InvitationsView {
    invitations = List.copyOf(invitations);
  }

  @Override
  public String template() {
    return "invitation/list.jte";
  }

  public String path() {
    return OrganizationSection.INVITATIONS.path(organization.slug());
  }

  /**
   * One invitation.
   *
   * @param inviter who answers for it
   * @param yours whether the viewer's role reaches as far as the role that it gives
   */
  public record Line(String id, String email, Role role, boolean expired, String inviter, Instant sentAt,
      Instant expiresAt, boolean yours) {}
}
