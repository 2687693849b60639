package dev.latchkey.domain.audit;

/** How it ended. */
public enum AuditOutcome {
  SUCCESS, REFUSED
}
