package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static dev.latchkey.application.usecase.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.ownaccount.ChangeProfile;
import dev.latchkey.application.ownaccount.EndSessions;
import dev.latchkey.application.ownaccount.ListSessions;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnSessionsTest {
  private final World world = new World();
  private final SignedIn first = world.register(ADA).session().signedIn();
  private final SessionOpening.Opened second = ((SignInWithPassword.Outcome.SignedIn) world.signIn(ADA, PASSWORD))
      .opened();
  private final ListSessions list =
      new ListSessions(world.ports.ownSessions(), world.accountProof, World.RULES, world.clock);
  private final EndSessions end =
      new EndSessions(world.ports.ownSessions(), world.accountProof, world.audit, world.ports.unitOfWork());

  @Test
  void shows_where_a_person_is_signed_in_and_which_session_asks() {
    assertThat(list.list(first).entries()).hasSize(2).filteredOn(ListSessions.Entry::current).singleElement()
        .satisfies(entry -> assertThat(entry.session().id()).isEqualTo(first.session().id()));
  }

  @Test
  void leaves_out_sessions_that_a_limit_has_ended() {
    world.clock.advance(Duration.ofHours(12));
    assertThat(list.list(first).entries()).isEmpty();
  }

  @Test
  void ends_one_session_and_says_so_in_the_audit() {
    assertThat(end.end(first, Optional.of(second.session().signedIn().session().id()), ORIGIN))
        .isEqualTo(new EndSessions.Outcome.Ended(1));
    assertThat(world.ports.sessions().find(second.token().hash())).isEmpty();
    assertThat(world.lastAudit(AuditAction.SESSION_ENDED).actor()).contains(first.person().id());
  }

  @Test
  void ends_all_others_but_never_the_one_that_asks() {
    assertThat(end.end(first, Optional.empty(), ORIGIN)).isEqualTo(new EndSessions.Outcome.Ended(1));
    assertThat(list.list(first).entries()).singleElement().extracting(ListSessions.Entry::current).isEqualTo(true);
  }

  @Test
  void does_not_know_somebody_elses_session() {
    SignedIn bob = world.register(new EmailAddress("bob@example.com")).session().signedIn();
    SessionId adas = first.session().id();
    assertThat(end.end(bob, Optional.of(adas), ORIGIN)).isEqualTo(new EndSessions.Outcome.NotFound());
    assertThat(list.list(first).entries()).hasSize(2);
  }

  @Test
  void records_a_changed_profile_and_nothing_when_nothing_changed() {
    ChangeProfile change =
        new ChangeProfile(world.ports.users(), world.accountProof, world.audit, world.ports.unitOfWork());
    ChangeProfile.Command rename = new ChangeProfile.Command(first,
        Optional.of(new PersonName("Countess Ada")), Optional.empty(), ORIGIN);
    assertThat(((ChangeProfile.Outcome.Changed) change.change(rename)).account().name().value())
        .isEqualTo("Countess Ada");
    change.change(rename);
    assertThat(world.ports.auditEvents()).filteredOn(event -> event.action() == AuditAction.PROFILE_CHANGED)
        .hasSize(1);
  }
}
