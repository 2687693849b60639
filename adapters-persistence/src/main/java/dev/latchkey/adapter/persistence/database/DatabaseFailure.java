package dev.latchkey.adapter.persistence.database;

/** The database refused a statement for a reason that neither waiting nor trying again cures: a mistake of ours. */
public final class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
