package dev.latchkey.application.memory;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.application.session.Sessions;
import dev.latchkey.application.session.ShownProofs;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.session.TokenHash;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** {@link Sessions} in memory. */
public final class InMemorySessions implements Sessions {
  private final Table<SessionId, Row> rows;
  private final Users users;
  private final Memberships memberships;

  public InMemorySessions(InMemoryDatabase database, Users users, Memberships memberships) {
    this.rows = database.table();
    this.users = users;
    this.memberships = memberships;
  }

  @Override
  public void open(Session session, TokenHash token) {
    if (users.find(session.userId()).isEmpty()) {
      throw new IllegalStateException("A session belongs to a stored person");
    }
    rows.add(session.id(), new Row(session, token), other -> other.token().equals(token));
  }

  @Override
  public Optional<SignedIn> find(TokenHash token) {
    return rows.findFirst(row -> row.token().equals(token)).map(Row::session).map(session -> {
      User user = users.find(session.userId()).orElseThrow();
      return new SignedIn(session,
          new SignedIn.Person(user.id(), user.email(), user.name(), user.locale(), user.mfaEnrolled()),
          memberships.placesOf(user.id()));
    });
  }

  @Override
  public Optional<Proofs> promote(SessionId id, UnaryOperator<Proofs> change, TokenHash newToken) {
    rows.change(id, row -> new Row(row.session().showing(change.apply(row.session().proofs())), newToken));
    return rows.find(id).map(row -> row.session().proofs());
  }

  @Override
  public void seen(SessionId id, Instant at) {
    rows.change(id, row -> row.session().seenLongAgo(at) ? row.seenAt(at) : row);
  }

  @Override
  public boolean end(SessionId id) {
    return rows.remove(id);
  }

  int removeSome(Predicate<Session> condition, int atMost) {
    return rows.removeSome(row -> condition.test(row.session()), atMost);
  }

  /** The same rows as one person sees them. */
  public OwnSessions own() {
    return new OwnSessions() {
      @Override
      public List<Session> of(UserId user) {
        return rows.all().stream().map(Row::session).filter(session -> session.userId().equals(user))
            .sorted(Comparator.comparing(Session::createdAt).thenComparing(it -> it.id().value()).reversed()).toList();
      }

      @Override
      public boolean end(UserId user, SessionId id) {
        return rows.find(id).filter(row -> row.session().userId().equals(user)).isPresent() && rows.remove(id);
      }

      @Override
      public int endAll(UserId user, Optional<SessionId> except) {
        List<Session> ending = of(user).stream().filter(session -> except.filter(session.id()::equals).isEmpty())
            .toList();
        ending.forEach(session -> rows.remove(session.id()));
        return ending.size();
      }
    };
  }

  /** The same rows as what they have shown. */
  public ShownProofs shown() {
    return new ShownProofs() {
      @Override
      public Optional<Session> lock(SessionId id) {
        return rows.find(id).map(Row::session);
      }

      @Override
      public void keepOnly(SessionId id, Proofs rest) {
        rows.change(id, row -> new Row(row.session().showing(rest), row.token()));
      }
    };
  }

  private record Row(Session session, TokenHash token) {
    Row seenAt(Instant at) {
      return new Row(new Session(session.id(), session.userId(), session.proofs(), session.createdAt(), at,
          session.device(), session.address()), token);
    }
  }
}
