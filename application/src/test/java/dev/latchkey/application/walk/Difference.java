package dev.latchkey.application.walk;

/** What the application did is not what the model says. */
final class Difference extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Difference(String message) {
    super(message);
  }

  static void unlessSame(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new Difference(what + ": expected " + expected + ", but it is " + actual);
    }
  }

  /** Compares an outcome by its name. */
  static void unlessOutcome(String expected, Object outcome) {
    unlessSame("outcome", expected, outcome.getClass().getSimpleName());
  }
}
