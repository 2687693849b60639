package dev.latchkey.adapter.web.page.view;

/** Asks before a passkey is removed. Posts {@code id} to {@code /account/passkeys/remove}. */
public record RemovePasskeyView(Viewer viewer, String id, String name) implements View {

  @Override
  public String template() {
    return "passkey/remove.jte";
  }
}
