package dev.latchkey.adapter.web.page.view;

import java.time.Instant;
import java.util.List;

/**
 * {@code /account/sessions}. Each line but the current one posts its {@code id} to {@code /account/sessions/end}.
 *
 * @param sessions newest first; the one that looks is always among them
 */
public record SessionsView(Viewer viewer, List<Line> sessions) implements View {

  public SessionsView {
    sessions = List.copyOf(sessions);
  }

  @Override
  public String template() {
    return "account/sessions.jte";
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
