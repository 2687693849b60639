package dev.latchkey.application.walk;

import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Slug;

/** A tenant and what it demands. */
final class KnownOrganization {
  final OrganizationId id;
  final Slug slug;
  AuthRequired authRequired = AuthRequired.ANY;
  boolean requireMfa;
  /** How many identity providers it has had. */
  int provider;

  KnownOrganization(OrganizationId id, Slug slug) {
    this.id = id;
    this.slug = slug;
  }

  boolean demandsMfa() {
    return requireMfa || authRequired == AuthRequired.MFA;
  }
}
