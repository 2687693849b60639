package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.session.ShownProofs;
import dev.latchkey.application.sso.ProviderSessions;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.sso.ProviderSession;
import dev.latchkey.domain.sso.ProviderTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link ProviderSessions}, and of {@link ShownProofs}, by which what they vouched for is taken back. */
public abstract class ProviderSessionsContract extends PortContract {
  private static final Duration EVERY = Duration.ofMinutes(15);

  private final ProviderSessions given = ports.providerSessions();

  protected ProviderSessionsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void knows_nothing_of_a_session_for_which_nothing_was_given() {
    assertThat(given.lastOf(session())).isEmpty();
  }

  @Test
  void gives_back_what_was_given_last() {
    SessionId session = session();
    ProviderSession first = kept(session, organization(), Optional.empty());
    ProviderSession second = kept(session, organization(), Optional.of("refresh"));
    assertThat(given.lastOf(session)).contains(second);
    given.remove(second.organization(), session);
    assertThat(given.lastOf(session)).contains(first);
    ProviderSession again = ProviderSession.opened(session, first.organization(), 2,
        new ProviderTokens("another", Optional.empty()), Optional.of(EVERY), noon);
    given.keep(again);
    assertThat(given.lastOf(session)).contains(again);
  }

  @Test
  void goes_with_the_session_however_that_ends() {
    SessionId session = session();
    kept(session, organization(), Optional.of("refresh"));
    ports.sessions().end(session);
    assertThat(given.lastOf(session)).isEmpty();
    assertThat(claimed(noon.plus(EVERY))).extracting(ProviderSession::session).doesNotContain(session);
  }

  @Test
  void hands_out_what_is_due_to_one_caller_until_the_lease_ends() {
    ProviderSession due = kept(session(), organization(), Optional.of("refresh"));
    ProviderSession never = kept(session(), organization(), Optional.empty());
    assertThat(claimed(noon.plus(EVERY).minusSeconds(1))).doesNotContain(due);
    List<List<ProviderSession>> claims = Together.run(8, () -> claimed(noon.plus(EVERY)));
    assertThat(claims.stream().flatMap(List::stream).filter(due::equals)).hasSize(1);
    assertThat(claims.stream().flatMap(List::stream).map(ProviderSession::session)).doesNotContain(never.session());
    assertThat(claimed(noon.plus(EVERY).plus(Duration.ofMinutes(3))))
        .anySatisfy(it -> assertThat(it.session()).isEqualTo(due.session()));
  }

  @Test
  void stores_what_came_of_a_check_unless_the_session_is_over() {
    ProviderSession due = kept(session(), organization(), Optional.of("refresh"));
    ProviderSession confirmed = due.confirmed(Optional.of("rotated"), EVERY, noon.plus(EVERY));
    given.save(confirmed);
    assertThat(given.lastOf(due.session())).contains(confirmed);
    ProviderSession unanswered = confirmed.unanswered(EVERY, noon.plus(EVERY));
    given.save(unanswered);
    assertThat(given.lastOf(due.session())).contains(unanswered);
    ports.sessions().end(due.session());
    given.save(confirmed);
    assertThat(given.lastOf(due.session())).isEmpty();
  }

  @Test
  void takes_proofs_away_from_a_session_that_goes_on_under_its_token() {
    BearerToken token = Examples.token();
    Session session = Examples.session(storedUser(), noon);
    ports.sessions().open(session, token.hash());
    ShownProofs shown = ports.shownProofs();
    assertThat(shown.lock(session.id())).contains(session);
    Proofs rest = Proofs.of(new Proof.MagicLink(noon));
    shown.keepOnly(session.id(), rest);
    assertThat(ports.sessions().find(token.hash()).orElseThrow().session().proofs()).isEqualTo(rest);
    ports.sessions().end(session.id());
    assertThat(shown.lock(session.id())).isEmpty();
  }

  private List<ProviderSession> claimed(Instant now) {
    return ports.unitOfWork().run(() -> given.claim(100, now, now.plus(Duration.ofMinutes(3))));
  }

  private SessionId session() {
    Session session = Examples.session(storedUser(), noon);
    ports.sessions().open(session, Examples.token().hash());
    return session.id();
  }

  private OrganizationId organization() {
    return storedOrganization("Provided").id();
  }

  private ProviderSession kept(SessionId session, OrganizationId organization, Optional<String> refresh) {
    ProviderSession one = ProviderSession.opened(session, organization, 1, new ProviderTokens("id token", refresh),
        Optional.of(EVERY), noon);
    given.keep(one);
    return one;
  }
}
