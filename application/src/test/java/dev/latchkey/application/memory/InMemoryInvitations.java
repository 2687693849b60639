package dev.latchkey.application.memory;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.invitation.Invitations;
import dev.latchkey.application.invitation.SentInvitations;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** {@link Invitations} in memory, and {@link SentInvitations} over the same rows. */
public final class InMemoryInvitations implements Invitations {
  private final Table<Key, Invitation> rows;
  private final Users users;

  public InMemoryInvitations(InMemoryDatabase database, Users users) {
    this.rows = database.table();
    this.users = users;
  }

  SentInvitations sent() {
    return (organization, after, limit) -> rows.all().stream()
        .filter(invitation -> invitation.organizationId().equals(organization))
        .filter(invitation -> after.filter(id -> invitation.id().value().compareTo(id) >= 0).isEmpty())
        .sorted(Comparator.comparing((Invitation invitation) -> invitation.id().value()).reversed()).limit(limit)
        .map(invitation -> new SentInvitations.Sent(invitation,
            users.find(invitation.invitedBy()).orElseThrow().name()))
        .toList();
  }

  @Override
  public Optional<Invitation> find(OrganizationId organization, InvitationId id) {
    return rows.find(new Key(organization, id));
  }

  @Override
  public Optional<Invitation> findByEmail(OrganizationId organization, EmailAddress email) {
    return rows.findFirst(row -> row.organizationId().equals(organization) && row.email().equals(email));
  }

  @Override
  public void add(Invitation invitation) {
    rows.add(Key.of(invitation), invitation, other -> other.organizationId().equals(invitation.organizationId())
        && other.email().equals(invitation.email()));
  }

  @Override
  public void save(Invitation invitation) {
    rows.replace(Key.of(invitation), stored -> stored.version() == invitation.version(),
        new Invitation(invitation.id(), invitation.organizationId(), invitation.email(), invitation.role(),
            invitation.invitedBy(), invitation.secret(), invitation.sentAt(), invitation.expiresAt(),
            invitation.version() + 1));
  }

  @Override
  public void remove(Invitation invitation) {
    rows.replace(Key.of(invitation), stored -> stored.version() == invitation.version(), invitation);
    rows.remove(Key.of(invitation));
  }

  int removeOutdated(Instant before, int atMost) {
    return rows.removeSome(invitation -> invitation.expiresAt().isBefore(before), atMost);
  }

  private record Key(OrganizationId organization, InvitationId id) {
    static Key of(Invitation invitation) {
      return new Key(invitation.organizationId(), invitation.id());
    }
  }
}
