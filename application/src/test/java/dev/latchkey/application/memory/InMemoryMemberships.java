package dev.latchkey.application.memory;

import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.application.session.LastSignIns;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link Memberships} in memory. */
public final class InMemoryMemberships implements Memberships {
  private final Table<Key, Membership> rows;
  private final Table<MembershipId, Instant> signIns;
  private final Table<UserId, Instant> signedIn;
  private final Organizations organizations;

  public InMemoryMemberships(InMemoryDatabase database, Organizations organizations) {
    this.rows = database.table();
    this.signIns = database.table();
    this.signedIn = database.table();
    this.organizations = organizations;
  }

  @Override
  public Optional<Membership> find(OrganizationId organization, UserId user) {
    return rows.find(new Key(organization, user));
  }

  @Override
  public Optional<SignedIn.Place> place(OrganizationId organization, UserId user) {
    return find(organization, user).map(this::place);
  }

  @Override
  public List<SignedIn.Place> placesOf(UserId user) {
    return rows.all().stream().filter(membership -> membership.userId().equals(user)).map(this::place)
        .sorted(SignedIn.Place.BY_NAME).toList();
  }

  private SignedIn.Place place(Membership membership) {
    return new SignedIn.Place(organizations.find(membership.organizationId()).orElseThrow(), membership,
        lastSignInAt(membership.id())
            .filter(last -> signedIn.find(membership.userId()).filter(first -> !last.isBefore(first)).isPresent())
            .isPresent());
  }

  @Override
  public void add(Membership membership) {
    rows.add(Key.of(membership), membership, other -> other.id().equals(membership.id()));
  }

  @Override
  public void save(Membership membership) {
    rows.replace(Key.of(membership), stored -> stored.version() == membership.version(),
        new Membership(membership.id(), membership.organizationId(), membership.userId(), membership.role(),
            membership.status(), membership.source(), membership.breakGlass(), membership.createdAt(),
            membership.version() + 1));
  }

  Optional<Instant> lastSignInAt(MembershipId id) {
    return signIns.find(id);
  }

  LastSignIns lastSignIns() {
    return new LastSignIns() {
      @Override
      public boolean note(UserId user, Instant at) {
        boolean first = !any(user);
        signedIn.put(user, signedIn.find(user).orElse(at));
        all().stream().filter(it -> it.userId().equals(user) && it.isActive()).forEach(it -> signIns.put(it.id(), at));
        return first;
      }

      @Override
      public void noteVouched(UserId user, OrganizationId organization, Instant at) {
        find(organization, user).filter(Membership::isActive).ifPresent(it -> signIns.put(it.id(), at));
      }

      @Override
      public boolean any(UserId user) {
        return signedIn.find(user).isPresent();
      }
    };
  }

  /** Every membership, for the other views of the same rows. */
  List<Membership> all() {
    return rows.all();
  }

  boolean remove(OrganizationId organization, UserId user) {
    return rows.remove(new Key(organization, user));
  }

  private record Key(OrganizationId organization, UserId user) {
    static Key of(Membership membership) {
      return new Key(membership.organizationId(), membership.userId());
    }
  }
}
