package dev.latchkey.server.settings;

/** A setting that must not show up in logs or messages. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
