package dev.latchkey.domain.audit;

/** How it ended. */
public enum Outcome {
  SUCCESS, REFUSED
}
