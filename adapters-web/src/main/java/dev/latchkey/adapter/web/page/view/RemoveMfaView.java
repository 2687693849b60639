package dev.latchkey.adapter.web.page.view;

/** Asks before the second factor is removed. Posts nothing to {@code /account/mfa/remove}. */
public record RemoveMfaView(Viewer viewer) implements View {

  @Override
  public String template() {
    return "mfa/remove.jte";
  }
}
