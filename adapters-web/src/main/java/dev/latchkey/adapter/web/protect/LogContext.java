package dev.latchkey.adapter.web.protect;

/** Where log lines learn to which request they belong; how is the server's matter. */
public interface LogContext {
  /** From now on what this thread logs belongs to the request. */
  void enter(String requestId);

  /** What this thread logs belongs to no request any more. */
  void leave();
}
