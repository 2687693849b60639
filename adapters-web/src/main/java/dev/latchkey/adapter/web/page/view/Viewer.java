package dev.latchkey.adapter.web.page.view;

/** Who is signed in, as the console's frame shows it. */
public record Viewer(String name, String email) {

  /** The letter that stands for the person. */
  public String monogram() {
    return Monogram.of(name);
  }
}
