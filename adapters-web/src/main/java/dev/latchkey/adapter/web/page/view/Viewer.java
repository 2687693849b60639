package dev.latchkey.adapter.web.page.view;

/** Who is signed in, as the console's frame shows it. */
public record Viewer(String name, String email) {

  /** One or two letters that stand for the person. */
  public String initials() {
    return Initials.of(name);
  }
}
