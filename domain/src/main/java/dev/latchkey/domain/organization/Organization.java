package dev.latchkey.domain.organization;

import java.time.Instant;

/**
 * A tenant.
 *
 * @param requirement what its members must prove to come in
 * @param version counts saves, so that two concurrent changes can't overwrite each other
 */
public record Organization(OrganizationId id, Slug slug, OrganizationName name, AuthenticationRequirement requirement,
    Instant createdAt, long version) {

  /** A new organization, open to every method until its owner decides otherwise. */
  public static Organization founded(OrganizationId id, Slug slug, OrganizationName name, Instant now) {
    return new Organization(id, slug, name, AuthenticationRequirement.NONE, now, 0);
  }

  /** The organization as one that demands something else of its members. */
  public Organization demanding(AuthenticationRequirement newRequirement) {
    return new Organization(id, slug, name, newRequirement, createdAt, version);
  }

  public Organization renamed(OrganizationName newName) {
    return new Organization(id, slug, newName, requirement, createdAt, version);
  }
}
