package dev.latchkey.adapter.persistence.organization;

/** The key of a membership, tenant first. Public because EclipseLink makes instances of it. */
public record MembershipKey(String organizationId, String userId) {}
