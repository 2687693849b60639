package dev.latchkey.application.session;

/**
 * The session that asked ended between being found and being changed. Whatever was about to be done in its name is
 * undone, since whoever ended it meant to shut it out.
 */
public final class SessionOver extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SessionOver() {
    super("The session ended while it was being used");
  }
}
