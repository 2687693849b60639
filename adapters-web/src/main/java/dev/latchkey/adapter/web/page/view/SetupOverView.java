package dev.latchkey.adapter.web.page.view;

/** The end of a setup that can't go on: its link is not good any more, or somebody else has the address by now. */
public record SetupOverView(String explanation) implements View {

  @Override
  public String template() {
    return "setup/over.jte";
  }
}
