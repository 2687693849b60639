package dev.latchkey.adapter.web.page.view;

/**
 * {@code /setup/done}.
 *
 * @param email with which the person signs in from now on
 * @param wayOn where people land
 */
public record SetupDoneView(String email, String wayOn) implements View {

  @Override
  public String template() {
    return "setup/done.jte";
  }
}
