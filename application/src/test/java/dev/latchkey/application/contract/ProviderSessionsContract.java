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
import java.util.stream.Stream;
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
    ProviderSession second = ProviderSession.opened(session, organization(), 1,
        new ProviderTokens("id token", Optional.of("refresh")), Optional.of(EVERY), noon.plusSeconds(1));
    given.keep(second);
    assertThat(given.lastOf(session)).contains(second);
    given.remove(second.organization(), session);
    assertThat(given.lastOf(session)).contains(first);
    ProviderSession again = ProviderSession.opened(session, first.organization(), 2,
        new ProviderTokens("another", Optional.empty()), Optional.of(EVERY), noon.plusSeconds(60));
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
    assertThat(given.save(confirmed)).isTrue();
    assertThat(given.lastOf(due.session())).contains(confirmed);
    ProviderSession unanswered = confirmed.unanswered(EVERY, noon.plus(EVERY));
    given.save(unanswered);
    assertThat(given.lastOf(due.session())).contains(unanswered);
    ports.sessions().end(due.session());
    assertThat(given.save(confirmed)).isFalse();
    assertThat(given.lastOf(due.session())).isEmpty();
  }

  @Test
  void stores_nothing_over_what_was_given_anew_meanwhile() {
    ProviderSession checked = kept(session(), organization(), Optional.of("refresh"));
    ProviderSession anew = ProviderSession.opened(checked.session(), checked.organization(), 1,
        new ProviderTokens("another", Optional.of("newer")), Optional.of(EVERY), noon.plusSeconds(1));
    given.keep(anew);
    assertThat(given.save(checked.confirmed(Optional.of("rotated"), EVERY, noon.plus(EVERY)))).isFalse();
    assertThat(given.lastOf(checked.session())).contains(anew);
  }

  @Test
  void hands_out_few_of_each_tenant_at_a_time() {
    OrganizationId many = organization();
    List<ProviderSession> crowd =
        Stream.generate(() -> kept(session(), many, Optional.of("refresh"))).limit(4).toList();
    ProviderSession lonely = kept(session(), organization(), Optional.of("refresh"));
    Instant due = noon.plus(EVERY);
    List<ProviderSession> claimed = ports.unitOfWork().run(() -> given.claim(100, 2, due, due.plus(EVERY)));
    assertThat(claimed).filteredOn(crowd::contains).hasSize(2);
    assertThat(claimed).contains(lonely);
    List<ProviderSession> next = ports.unitOfWork().run(() -> given.claim(100, 2, due, due.plus(EVERY)));
    assertThat(next).filteredOn(crowd::contains).hasSize(2).doesNotContainAnyElementsOf(claimed);
  }

  @Test
  void puts_off_all_of_a_tenant_and_brings_nothing_forward() {
    ProviderSession put = kept(session(), organization(), Optional.of("refresh"));
    ProviderSession other = kept(session(), organization(), Optional.of("refresh"));
    Instant due = noon.plus(EVERY);
    given.putOff(put.organization(), due.plusSeconds(60));
    given.putOff(put.organization(), due.plusSeconds(30));
    assertThat(claimed(due.plusSeconds(59))).contains(other).extracting(ProviderSession::session)
        .doesNotContain(put.session());
    assertThat(claimed(due.plusSeconds(60))).extracting(ProviderSession::session).contains(put.session());
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
    return ports.unitOfWork().run(() -> given.claim(100, 100, now, now.plus(Duration.ofMinutes(3))));
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
