package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.EmailChangeWorld.NEW;
import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.StartEmailChange;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.BearerToken;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeEmailTest {
  private static final ConfirmEmailChange.Outcome INVALID = new ConfirmEmailChange.Outcome.CodeInvalid();
  private static final EmailAddress BOB = new EmailAddress("bob@example.com");

  private final EmailChangeWorld change = new EmailChangeWorld();
  private final World world = change.world;

  @Test
  void moves_the_account_to_the_proven_address_and_ends_all_other_sessions() {
    BearerToken other = ((SignInWithPassword.Outcome.SignedIn) world.signIn(ADA, PASSWORD)).opened().token();
    SecretId challenge = change.begin(NEW);
    assertThat(change.address()).isEqualTo(ADA);
    assertThat(world.lastMail().to()).isEqualTo(NEW);
    assertThat(change.confirm(challenge, change.lastCode()))
        .isInstanceOfSatisfying(ConfirmEmailChange.Outcome.Changed.class,
            changed -> assertThat(changed.account().email()).isEqualTo(NEW));
    assertThat(change.address()).isEqualTo(NEW);
    assertThat(change.isLive(change.ada.token())).isTrue();
    assertThat(change.isLive(other)).isFalse();
    assertThat(world.signIn(NEW, PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
    assertThat(world.signIn(ADA, PASSWORD)).isEqualTo(new SignInWithPassword.Outcome.Refused());
  }

  @Test
  void tells_the_old_address_what_changed_and_writes_it_down() {
    change.moveTo(NEW);
    assertThat(world.lastMail()).satisfies(mail -> {
      assertThat(mail.to()).isEqualTo(ADA);
      assertThat(mail.subject()).isEqualTo("EmailChanged");
      assertThat(mail.text()).isEqualTo(NEW.value());
    });
    assertThat(world.lastAudit(AuditAction.EMAIL_CHANGE_STARTED).details()).containsEntry("to", NEW.value());
    assertThat(world.lastAudit(AuditAction.EMAIL_CHANGED).details()).containsEntry("from", ADA.value())
        .containsEntry("to", NEW.value()).containsEntry("sessionsEnded", "0");
  }

  @Test
  void asks_for_a_fresh_proof_before_any_mail_is_sent() {
    world.clock.advance(Duration.ofMinutes(10));
    String before = world.lastMail().subject();
    assertThat(change.start(change.ada, NEW)).isEqualTo(new StartEmailChange.Outcome.ProofTooOld());
    assertThat(world.lastMail().subject()).isEqualTo(before);
  }

  @Test
  void has_nothing_to_do_for_the_address_that_the_account_has() {
    assertThat(change.start(change.ada, ADA)).isEqualTo(new StartEmailChange.Outcome.SameAddress());
  }

  @Test
  void answers_alike_for_an_address_with_an_account_and_no_code_opens_it() {
    world.register(BOB);
    SecretId challenge = change.begin(BOB);
    assertThat(world.lastMail().subject()).isEqualTo("AddressInUse");
    String guessed = "12345678";
    world.ports.oneTimeSecrets().renew(Purpose.EMAIL_CHANGE, challenge, guessed, world.clock.instant());
    assertThat(change.confirm(challenge, guessed)).isEqualTo(INVALID);
    assertThat(change.address()).isEqualTo(ADA);
  }

  @Test
  void belongs_to_who_began_it_and_costs_no_try_when_others_know_the_code() {
    SessionOpening.Opened bob = world.register(BOB);
    SecretId challenge = change.begin(NEW);
    String code = change.lastCode();
    for (int i = 0; i < 6; i++) {
      assertThat(change.confirm(challenge, code, Optional.of(change.session(bob)))).isEqualTo(INVALID);
      assertThat(change.confirm(challenge, code, Optional.empty())).isEqualTo(INVALID);
    }
    assertThat(world.lastAudit(AuditAction.EMAIL_CHANGED).outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(change.confirm(challenge, code)).isInstanceOf(ConfirmEmailChange.Outcome.Changed.class);
  }

  @Test
  void takes_a_code_once_and_none_after_five_wrong_ones() {
    SecretId used = change.begin(NEW);
    String code = change.lastCode();
    change.confirm(used, code);
    assertThat(change.confirm(used, code)).isEqualTo(INVALID);

    SecretId tried = change.begin(BOB);
    String right = change.lastCode();
    String wrong = world.wrongCode();
    for (int i = 0; i < 5; i++) {
      assertThat(change.confirm(tried, wrong)).isEqualTo(INVALID);
    }
    assertThat(change.confirm(tried, right)).isEqualTo(INVALID);
  }

  @Test
  void takes_no_code_after_a_quarter_of_an_hour_even_if_the_clock_is_set_back() {
    SecretId challenge = change.begin(NEW);
    String code = change.lastCode();
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(change.confirm(challenge, code)).isEqualTo(INVALID);
    world.clock.set(World.NOON);
    assertThat(change.confirm(challenge, code)).isEqualTo(INVALID);
  }

  @Test
  void takes_the_address_of_an_account_that_others_entered_and_nobody_has_used_and_joins_nothing_thereby() {
    Organization acme = change.session(change.ada).places().getFirst().organization();
    User entered = User.withoutCredential(new UserId(world.ids.next()), NEW, new PersonName("Ada"), Locale.ENGLISH,
        World.NOON);
    Organization other = change.session(world.register(BOB)).places().getFirst().organization();
    MembershipId there = new MembershipId(world.ids.next());
    world.ports.users().add(entered);
    world.ports.memberships().add(Membership.joined(there, other.id(), entered.id(), Role.AGENT,
        MembershipSource.MANUAL, World.NOON));
    SecretId challenge = change.begin(NEW);
    assertThat(change.confirm(challenge, change.lastCode())).isInstanceOf(ConfirmEmailChange.Outcome.Changed.class);
    assertThat(change.address()).isEqualTo(NEW);
    assertThat(world.ports.users().find(entered.id())).isEmpty();
    assertThat(change.session(change.ada).places()).extracting(place -> place.organization().id())
        .containsExactly(acme.id());
    assertThat(world.lastAudit(AuditAction.MEMBER_REMOVED)).matches(event -> event.actor().isEmpty()
        && event.details().get("member").equals(there.value())
        && event.origin().equals(Origin.ofItself("change of address")));
  }

  @Test
  void leaves_an_account_its_address_that_was_used_while_the_code_was_on_its_way() {
    User entered = User.withoutCredential(new UserId(world.ids.next()), NEW, new PersonName("Ada"), Locale.ENGLISH,
        World.NOON);
    world.ports.users().add(entered);
    SecretId challenge = change.begin(NEW);
    world.ports.lastSignIns().note(entered.id(), World.NOON);
    assertThat(change.confirm(challenge, change.lastCode())).isEqualTo(new ConfirmEmailChange.Outcome.AddressTaken());
    assertThat(world.ports.users().find(entered.id())).contains(entered);
  }

  @Test
  void refuses_an_address_that_somebody_else_has_by_now() {
    SecretId challenge = change.begin(NEW);
    String code = change.lastCode();
    world.register(NEW);
    assertThat(change.confirm(challenge, code)).isEqualTo(new ConfirmEmailChange.Outcome.AddressTaken());
    assertThat(change.address()).isEqualTo(ADA);
  }
}
