package dev.latchkey.adapter.web.page.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/members/move-to-sso}. Posts {@code cursor}, {@code done} and {@code total} to itself.
 *
 * @param connected whether there is an identity provider to move to
 * @param counts of all members by how far they have come; empty in all parts but the first
 * @param lines a part of the members
 * @param next the cursor of the next part; null at the end
 * @param progress how far moving has got; null before it begins
 */
public record MoveMembersView(Viewer viewer, OrganizationFrame organization, boolean connected,
    Map<String, Integer> counts, List<Line> lines, @Nullable String next, @Nullable Progress progress)
    implements
      View {
  public MoveMembersView {
    counts = Map.copyOf(counts);
    lines = List.copyOf(lines);
  }

  @Override
  public String template() {
    return "member/move-to-sso.jte";
  }

  public String membersPath() {
    return OrganizationSection.MEMBERS.path(organization.slug());
  }

  public String path() {
    return membersPath() + "/move-to-sso";
  }

  /** The stages that anybody is at. */
  public List<String> stages() {
    return List.of("LINKED", "AT_FIRST_SIGN_IN", "NOT_LINKED", "BREAK_GLASS").stream().filter(counts::containsKey)
        .toList();
  }

  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * A member.
   *
   * @param standing how far the member has come, by its name
   * @param result what was done just now, by its name; null if nothing was
   */
  public record Line(String id, String name, String email, String standing, @Nullable String result) {}

  /**
   * How far moving has got.
   *
   * @param total as counted before it began; others may have come since
   */
  public record Progress(int done, int total) {
    /** As the form carried it on; what can't be read is nothing. */
    public static Progress of(String done, String total) {
      return new Progress(number(done), number(total));
    }

    public Progress and(int more) {
      return new Progress(done + more, Math.max(total, done + more));
    }

    private static int number(String text) {
      return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 0;
    }
  }
}
