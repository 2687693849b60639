package dev.latchkey.application.memory;

import dev.latchkey.application.sso.ProviderSessions;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.sso.ProviderSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link ProviderSessions} in memory. */
public final class InMemoryProviderSessions implements ProviderSessions {
  private final Table<Key, ProviderSession> rows;
  private final InMemorySessions sessions;

  public InMemoryProviderSessions(InMemoryDatabase database, InMemorySessions sessions) {
    rows = database.table();
    this.sessions = sessions;
  }

  @Override
  public void keep(ProviderSession given) {
    rows.remove(key(given));
    rows.put(key(given), given);
  }

  @Override
  public Optional<ProviderSession> lastOf(SessionId session) {
    return alive().filter(row -> row.session().equals(session)).reduce((first, second) -> second);
  }

  @Override
  public List<ProviderSession> claim(int atMost, int ofEach, Instant now, Instant leasedUntil) {
    List<ProviderSession> due = alive().filter(row -> row.nextCheckAt().filter(at -> !at.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(row -> row.nextCheckAt().orElseThrow()))
        .collect(Collectors.groupingBy(ProviderSession::organization)).values().stream()
        .flatMap(ofOne -> ofOne.stream().limit(ofEach))
        .sorted(Comparator.comparing(row -> row.nextCheckAt().orElseThrow())).limit(atMost).toList();
    due.forEach(row -> rows.change(key(row), it -> dueAt(leasedUntil, it)));
    return due;
  }

  @Override
  public void putOff(OrganizationId organization, Instant until) {
    alive().filter(row -> row.organization().equals(organization))
        .filter(row -> row.nextCheckAt().filter(at -> at.isBefore(until)).isPresent())
        .forEach(row -> rows.change(key(row), it -> dueAt(until, it)));
  }

  @Override
  public boolean save(ProviderSession checked) {
    boolean same = alive()
        .anyMatch(row -> key(row).equals(key(checked)) && row.keptAt().equals(checked.keptAt()));
    if (same) {
      rows.change(key(checked), before -> checked);
    }
    return same;
  }

  @Override
  public void remove(OrganizationId organization, SessionId session) {
    rows.remove(new Key(organization, session));
  }

  private static ProviderSession dueAt(Instant at, ProviderSession it) {
    return new ProviderSession(it.session(), it.organization(), it.connectionVersion(), it.tokens(), Optional.of(at),
        it.failures(), it.keptAt());
  }

  private Stream<ProviderSession> alive() {
    return rows.all().stream().filter(row -> sessions.shown().lock(row.session()).isPresent());
  }

  private static Key key(ProviderSession row) {
    return new Key(row.organization(), row.session());
  }

  private record Key(OrganizationId organization, SessionId session) {}
}
