package dev.latchkey.server.settings;

/** How strict a deployment is with itself. */
public enum Mode {
  /** For looking around on one machine: brings its own database and mailbox. */
  TRIAL,
  /** For real people: refuses to start with anything that only a trial may do. */
  PRODUCTION
}
