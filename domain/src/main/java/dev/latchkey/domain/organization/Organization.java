package dev.latchkey.domain.organization;

import java.time.Instant;

/**
 * A tenant.
 *
 * @param requirement what its members must prove to come in
 * @param ssoVersion counts the identity providers it has had: proofs of an earlier one are worth nothing any more; also
 *        the present connection's version, if there is one
 * @param version counts saves, so that two concurrent changes can't overwrite each other
 */
public record Organization(OrganizationId id, Slug slug, OrganizationName name, AuthenticationRequirement requirement,
    int ssoVersion, Instant createdAt, long version) {

  /** A new organization, open to every method until its owner decides otherwise. */
  public static Organization founded(OrganizationId id, Slug slug, OrganizationName name, Instant now) {
    return new Organization(id, slug, name, AuthenticationRequirement.NONE, 0, now, 0);
  }

  /** The organization as one that demands something else of its members. */
  public Organization demanding(AuthenticationRequirement newRequirement) {
    return new Organization(id, slug, name, newRequirement, ssoVersion, createdAt, version);
  }

  public Organization renamed(OrganizationName newName) {
    return new Organization(id, slug, newName, requirement, ssoVersion, createdAt, version);
  }

  /** The organization after its identity provider became another one or went: what was proven before is void. */
  public Organization withAnotherProvider() {
    return new Organization(id, slug, name, requirement, ssoVersion + 1, createdAt, version);
  }
}
