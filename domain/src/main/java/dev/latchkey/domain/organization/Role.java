package dev.latchkey.domain.organization;

/** What a member may do, from most to least. */
public enum Role {
  OWNER, ADMIN, AGENT
}
