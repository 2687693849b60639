package dev.latchkey.adapter.web.page.view;

/** Shown for a moment on the way to a page elsewhere, and for longer where browsers don't go on by themselves. */
public record LeavingView(String target, Reason reason) implements View {
  /** What for. */
  public enum Reason {
    SIGN_IN, SIGN_OUT, LINK, LINK_SOCIAL
  }

  @Override
  public String template() {
    return "federation/leaving.jte";
  }
}
