package dev.latchkey.adapter.persistence.database;

/** The running unit of work lost against a concurrent one; running it again helps, because it then sees the winner. */
public final class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Conflict(String message) {
    super(message);
  }

  Conflict(String message, Throwable cause) {
    super(message, cause);
  }
}
