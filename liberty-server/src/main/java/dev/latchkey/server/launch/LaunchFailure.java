package dev.latchkey.server.launch;

/** The server can't be started. The message is the one line that the operator gets to see. */
final class LaunchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LaunchFailure(String line) {
    super(line);
  }

  LaunchFailure(String line, Throwable cause) {
    super(line, cause);
  }

  /** A failure whose reason somebody else put into words, of which the first line is enough. */
  static LaunchFailure because(String what, Throwable cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new LaunchFailure(what + ": " + reason.strip().lines().findFirst().orElse(""), cause);
  }
}
