package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.Nullable;

/**
 * The confirming step before a member is deactivated or removed, or somebody who waits is turned away. Posts to its own
 * address.
 *
 * @param way which of them
 * @param you whether it is the viewer
 */
public record EndMemberView(Viewer viewer, OrganizationFrame organization, Way way, String id, String name,
    String email, boolean you, @Nullable String problem) implements View {

  /** What is about to happen. */
  public enum Way {
    DEACTIVATE("deactivate"), REMOVE("remove"), REJECT("reject");

    private final String segment;

    Way(String segment) {
      this.segment = segment;
    }
  }

  @Override
  public String template() {
    return "member/end.jte";
  }

  /** The list. */
  public String listPath() {
    return OrganizationSection.MEMBERS.path(organization.slug());
  }

  public String memberPath() {
    return listPath() + "/" + id;
  }

  public String path() {
    return memberPath() + "/" + way.segment;
  }
}
