package dev.latchkey.domain.domainclaim;

/** What becomes of somebody who proves an address of a verified domain and belongs to no organization. */
public enum AutoJoin {
  OFF,
  /** They are a member at once. */
  AUTOMATIC,
  /** They are a member as soon as somebody approves. */
  APPROVAL
}
