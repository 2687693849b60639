package dev.latchkey.adapter.web.page.view;

/** The confirming step before an invitation is taken back. Posts to its own address. */
public record RevokeInvitationView(Viewer viewer, OrganizationFrame organization, String id,
    String email) implements View {

  @Override
  public String template() {
    return "invitation/revoke.jte";
  }

  public String path() {
    return OrganizationSection.INVITATIONS.path(organization.slug());
  }
}
