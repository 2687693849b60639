package dev.latchkey.adapter.web.page.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /account/sessions}. Each line but the current one posts its {@code id} to {@code /account/sessions/end}.
 *
 * @param sessions newest first; the one that looks is always among them
 * @param wayToRest where to show who one is to see the others, too; absent if these are all
 */
public record SessionsView(Viewer viewer, List<Line> sessions, @Nullable String wayToRest) implements View {

  public SessionsView {
    sessions = List.copyOf(sessions);
  }

  @Override
  public String template() {
    return "account/sessions.jte";
  }

  /** The key of the sentence below the title. */
  public String lead() {
    if (wayToRest != null) {
      return "sessions.part";
    }
    return hasOthers() ? "sessions.lead" : "sessions.onlyHere";
  }

  public boolean hasOthers() {
    return sessions.size() > 1;
  }

  /**
   * One session.
   *
   * @param device the browser in plain words
   * @param address from where it signed in
   */
  public record Line(String id, String device, String address, Instant signedInAt, Instant lastSeenAt,
      boolean current) {}
}
