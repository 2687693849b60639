package dev.latchkey.adapter.web.page.view;

/**
 * The confirming step before all other sessions end, {@code /account/sessions/end-others}. Posts to itself.
 *
 * @param others how many there are
 */
public record EndOtherSessionsView(Viewer viewer, int others) implements View {

  @Override
  public String template() {
    return "account/end-other-sessions.jte";
  }
}
