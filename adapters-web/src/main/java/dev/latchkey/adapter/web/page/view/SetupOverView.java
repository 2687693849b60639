package dev.latchkey.adapter.web.page.view;

/** The end of a setup that can't go on: a link that is not good any more, or an address that somebody else has by now. */
public record SetupOverView(String explanation) implements View {

  @Override
  public String template() {
    return "setup/over.jte";
  }
}
