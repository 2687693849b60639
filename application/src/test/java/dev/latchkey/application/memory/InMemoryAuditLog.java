package dev.latchkey.application.memory;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditLog;
import dev.latchkey.application.history.AuditFilter;
import dev.latchkey.application.history.AuditHistory;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.audit.AuditConcern;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link AuditLog} and {@link AuditHistory} in memory. */
public final class InMemoryAuditLog implements AuditLog, AuditHistory {
  private final Table<AuditEventId, AuditEvent> rows;
  private final Table<AuditEventId, Set<OrganizationId>> concerned;
  private final Users users;
  private final Memberships memberships;

  public InMemoryAuditLog(InMemoryDatabase database, Users users, Memberships memberships) {
    this.rows = database.table();
    this.concerned = database.table();
    this.users = users;
    this.memberships = memberships;
  }

  @Override
  public void append(AuditEvent event) {
    rows.add(event.id(), event, other -> false);
    Set<OrganizationId> organizations = new HashSet<>();
    event.organization().ifPresent(organizations::add);
    if (AuditConcern.reachesOrganizations(event)) {
      event.actor().ifPresent(actor -> organizations.addAll(
          AuditConcern.among(memberships.placesOf(actor).stream().map(SignedIn.Place::membership).toList())));
    }
    concerned.put(event.id(), Set.copyOf(organizations));
  }

  @Override
  public List<Recorded> of(OrganizationId organization, AuditFilter filter, Optional<AuditEventId> before,
      int limit) {
    return rows.all().stream().sorted(Comparator.comparing((AuditEvent event) -> event.id().value()).reversed())
        .filter(event -> concerned.find(event.id()).orElseThrow().contains(organization))
        .filter(event -> before.filter(it -> it.value().compareTo(event.id().value()) <= 0).isEmpty())
        .map(event -> new Recorded(event,
            event.actor().filter(actor -> memberships.find(organization, actor).isPresent()).flatMap(users::find)
                .map(user -> new Who(user.name(), user.email()))))
        .filter(recorded -> passes(filter, recorded)).limit(limit).toList();
  }

  private static boolean passes(AuditFilter filter, Recorded recorded) {
    AuditEvent event = recorded.event();
    return filter.from().filter(event.at()::isBefore).isEmpty()
        && filter.to().filter(to -> !event.at().isBefore(to)).isEmpty()
        && filter.action().filter(action -> action != event.action()).isEmpty()
        && filter.reference().filter(it -> !it.equals(event.origin().requestId())).isEmpty()
        && filter.outcome().filter(outcome -> outcome != event.outcome()).isEmpty()
        && filter.actor().filter(actor -> !isBy(actor, recorded)).isEmpty();
  }

  private static boolean isBy(AuditFilter.Actor actor, Recorded recorded) {
    return switch (actor) {
      case AuditFilter.Actor.ById by -> recorded.event().actor().filter(by.id()::equals).isPresent();
      case AuditFilter.Actor.ByAddress by -> recorded.who().filter(who -> who.email().equals(by.email())).isPresent();
    };
  }

  /** Everything that was written, oldest first. */
  public List<AuditEvent> events() {
    return rows.all();
  }

  int removeOutdated(Instant before, int atMost) {
    return rows.removeSome(event -> event.at().isBefore(before), atMost);
  }
}
