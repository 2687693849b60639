package dev.latchkey.domain.audit;

/** What can happen that is worth keeping. */
public enum AuditAction {
  SIGN_UP_STARTED, ADDRESS_VERIFIED, ORGANIZATION_CREATED, ORGANIZATION_RENAMED, SIGN_IN, SIGN_OUT, CODE_RESENT
}
