package dev.latchkey.domain.organization;

/** Whether a membership opens the organization: only {@link #ACTIVE} does. */
public enum MembershipStatus {
  ACTIVE,
  /** Waits for an admin's approval. */
  PENDING, DEACTIVATED
}
