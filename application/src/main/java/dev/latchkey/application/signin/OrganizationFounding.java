package dev.latchkey.application.signin;

import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Founds an organization with its owner, inside the running unit of work. */
public final class OrganizationFounding {
  private static final int NUMBERED_TRIES = 20;

  private final Organizations organizations;
  private final Memberships memberships;
  private final AuditTrail audit;
  private final Ids ids;
  private final InstantSource clock;

  public OrganizationFounding(Organizations organizations, Memberships memberships, AuditTrail audit, Ids ids,
      InstantSource clock) {
    this.organizations = organizations;
    this.memberships = memberships;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** @param wanted the slug that was asked for; if it has been taken meanwhile, it gets a number behind it */
  public void found(OrganizationName name, Optional<Slug> wanted, User owner, Origin origin) {
    Instant now = clock.instant();
    OrganizationId id = new OrganizationId(ids.next());
    Slug slug = free(wanted.orElseGet(() -> Slug.derivedFrom(name)));
    organizations.add(Organization.founded(id, slug, name, now));
    memberships.add(Membership.ofFounder(new MembershipId(ids.next()), id, owner.id(), now));
    audit.append(AuditTrail.Entry.success(AuditAction.ORGANIZATION_CREATED, origin).by(owner.id()).in(id)
        .with(Map.of("name", name.value(), "slug", slug.value())));
  }

  private Slug free(Slug wanted) {
    Stream<Slug> numbered = IntStream.rangeClosed(2, NUMBERED_TRIES).mapToObj(wanted::numbered);
    // With that many of the same name, the tail of a new id is as good a number as any.
    Stream<Slug> last = Stream.generate(() -> wanted.numbered(Math.floorMod(ids.next().hashCode(), 1_000_000_000)));
    return Stream.concat(Stream.concat(Stream.of(wanted), numbered), last)
        .filter(slug -> organizations.findBySlug(slug).isEmpty()).findFirst().orElseThrow();
  }
}
