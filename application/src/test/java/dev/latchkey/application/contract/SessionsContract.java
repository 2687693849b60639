package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.session.Sessions;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link Sessions}. */
public abstract class SessionsContract extends PortContract {
  private final Sessions sessions = ports.sessions();
  private final BearerToken token = Examples.token();

  protected SessionsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void finds_nothing_for_a_token_that_was_never_given_out() {
    assertThat(sessions.find(Examples.token().hash())).isEmpty();
    assertThat(sessions.end(new SessionId(Examples.id()))).isFalse();
  }

  @Test
  void gives_back_the_session_with_its_person_and_all_organizations_by_name() {
    User user = storedUser();
    Organization zebra = storedOrganization("Zebra");
    Organization apple = storedOrganization("apple");
    Membership inZebra = storedFounder(zebra, user);
    Membership inApple = storedFounder(apple, user);
    Session session = Examples.session(user, noon);
    sessions.open(session, token.hash());
    assertThat(sessions.find(token.hash())).contains(new SignedIn(session, personOf(user),
        List.of(new SignedIn.Place(apple, inApple, false), new SignedIn.Place(zebra, inZebra, false))));
  }

  @Test
  void finds_the_session_of_a_person_without_any_organization() {
    User user = storedUser();
    Session session = Examples.session(user, noon);
    sessions.open(session, token.hash());
    assertThat(sessions.find(token.hash())).contains(new SignedIn(session, personOf(user), List.of()));
  }

  @Test
  void keeps_every_kind_of_proof_in_order() {
    User user = storedUser();
    Proofs proofs = Proofs.of(new Proof.Password(noon), new Proof.MagicLink(noon.plusMillis(1)),
        new Proof.EmailCode(noon.plusMillis(2)), new Proof.Passkey(noon, true), new Proof.Passkey(noon, false),
        new Proof.Social(noon, "google"), new Proof.Sso(noon, new OrganizationId(Examples.id()), 7),
        new Proof.Totp(noon.minusNanos(1000)), new Proof.RecoveryCode(noon));
    sessions.open(new Session(new SessionId(Examples.id()), user.id(), proofs, noon, noon, "", ""), token.hash());
    assertThat(sessions.find(token.hash()).map(found -> found.session().proofs())).contains(proofs);
    sessions.open(new Session(new SessionId(Examples.id()), user.id(), Proofs.of(), noon, noon, "", ""),
        Examples.token().hash());
  }

  @Test
  void ends_a_session_once_and_for_good() {
    Session session = Examples.session(storedUser(), noon);
    sessions.open(session, token.hash());
    assertThat(Together.run(16, () -> sessions.end(session.id()))).containsOnlyOnce(true);
    assertThat(sessions.find(token.hash())).isEmpty();
    sessions.seen(session.id(), noon.plusSeconds(1));
    assertThat(sessions.find(token.hash())).isEmpty();
  }

  @Test
  void ends_no_other_session_of_the_same_person() {
    User user = storedUser();
    Session one = Examples.session(user, noon);
    sessions.open(one, Examples.token().hash());
    sessions.open(Examples.session(user, noon), token.hash());
    sessions.end(one.id());
    assertThat(sessions.find(token.hash())).isPresent();
  }

  @Test
  void notes_when_it_was_seen_but_never_an_earlier_time() {
    Session session = Examples.session(storedUser(), noon);
    sessions.open(session, token.hash());
    sessions.seen(session.id(), noon.plus(Duration.ofMinutes(5)));
    sessions.seen(session.id(), noon.plus(Duration.ofMinutes(3)));
    assertThat(sessions.find(token.hash()).map(found -> found.session().lastSeenAt()))
        .contains(noon.plus(Duration.ofMinutes(5)));
  }

  @Test
  void notes_at_most_once_a_minute_that_it_was_seen() {
    Session session = Examples.session(storedUser(), noon);
    sessions.open(session, token.hash());
    sessions.seen(session.id(), noon.plusSeconds(59));
    assertThat(sessions.find(token.hash()).map(found -> found.session().lastSeenAt())).contains(noon);
    sessions.seen(session.id(), noon.plusSeconds(60));
    assertThat(sessions.find(token.hash()).map(found -> found.session().lastSeenAt())).contains(noon.plusSeconds(60));
  }

  private static SignedIn.Person personOf(User user) {
    return new SignedIn.Person(user.id(), user.email(), user.name(), user.locale(), user.mfaEnrolled());
  }
}
