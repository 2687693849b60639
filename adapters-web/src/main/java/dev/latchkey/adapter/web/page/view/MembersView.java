package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/members}. The filter comes back as a query.
 *
 * @param everything whether the viewer sees more than names
 * @param members a part of them, by name; empty only if the filter lets nobody through
 * @param next where the next part is; null at the end
 * @param first whether it is the first part
 * @param mayAdd whether the viewer may add somebody
 */
public record MembersView(Viewer viewer, OrganizationFrame organization, boolean everything, Filter filter,
    List<Line> members, @Nullable String next, boolean first, boolean mayAdd) implements View {

  public MembersView {
    members = List.copyOf(members);
  }

  @Override
  public String template() {
    return "member/list.jte";
  }

  public String path() {
    return OrganizationSection.MEMBERS.path(organization.slug());
  }

  /** Whether somebody in the list waits for the viewer's decision. */
  public boolean decides() {
    return mayAdd && members.stream().anyMatch(member -> member.status() == MembershipStatus.PENDING);
  }

  /** How a filter spells a value. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** What the list is narrowed to; null narrows nothing. */
  public record Filter(String text, @Nullable MembershipStatus status, @Nullable Role role,
      @Nullable MembershipSource source) {

    public boolean narrows() {
      return !text.isEmpty() || status != null || role != null || source != null;
    }
  }

  /**
   * One member.
   *
   * @param you whether it is the viewer
   * @param credential whether the person has anything to sign in with yet
   * @param linked whether the organization's identity provider opens the account
   * @param lastSignInAt null if the person has never signed in
   */
  public record Line(String id, String name, String email, Role role, MembershipStatus status, boolean you,
      boolean credential, boolean linked, @Nullable Instant lastSignInAt) {}
}
