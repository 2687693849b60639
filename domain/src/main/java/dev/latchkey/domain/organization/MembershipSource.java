package dev.latchkey.domain.organization;

/** How a membership came about, which also says who may change it. */
public enum MembershipSource {
  SIGNUP, MANUAL, INVITATION, JIT, AUTOJOIN, SCIM, DIRECTORY
}
