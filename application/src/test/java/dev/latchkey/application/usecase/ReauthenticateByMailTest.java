package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Together;
import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.application.mfa.Reauthenticate.Evidence;
import dev.latchkey.application.mfa.Reauthenticate.Outcome;
import dev.latchkey.application.mfa.SendReauthenticationCode.Outcome.CodeSent;
import dev.latchkey.application.mfa.SendReauthenticationCode.Outcome.TooManyMails;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Confirming by a code from a mail who one is. */
class ReauthenticateByMailTest {
  private final MfaWorld mfa = new MfaWorld();
  private final World world = mfa.world;
  private final SignedIn ada = world.register(ADA).session().signedIn();

  @Test
  void makes_the_session_fresh_again() {
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(world.accountProof.isFresh(ada)).isFalse();
    SecretId challenge = send(ada);
    assertThat(world.lastMail().to()).isEqualTo(ADA);
    Outcome.Proven proven = (Outcome.Proven) answer(ada, challenge, mailed());
    SignedIn after = proven.session().signedIn();
    assertThat(after.session().id()).isEqualTo(ada.session().id());
    assertThat(after.session().proofs().has(Proof.EmailCode.class)).isTrue();
    assertThat(world.accountProof.isFresh(after)).isTrue();
    assertThat(world.lastAudit(AuditAction.REAUTHENTICATION_CODE_SENT).actor()).contains(ada.person().id());
    assertThat(world.lastAudit(AuditAction.REAUTHENTICATED).outcome()).isEqualTo(AuditOutcome.SUCCESS);
  }

  @Test
  void takes_a_code_once_even_of_sixteen_at_the_same_time() {
    SecretId challenge = send(ada);
    MailedCode code = mailed();
    assertThat(Together.run(16, () -> answer(ada, challenge, code) instanceof Outcome.Proven)).containsOnlyOnce(true);
  }

  @Test
  void takes_no_wrong_code_and_records_it() {
    SecretId challenge = send(ada);
    assertThat(answer(ada, challenge, new MailedCode(world.wrongCode()))).isEqualTo(new Outcome.Refused());
    assertThat(world.lastAudit(AuditAction.REAUTHENTICATED).outcome()).isEqualTo(AuditOutcome.REFUSED);
  }

  @Test
  void takes_it_in_the_session_that_asked_and_in_no_other() {
    SecretId challenge = send(ada);
    MailedCode code = mailed();
    SignedIn elsewhere = signIn();
    SignedIn bob = world.register(new EmailAddress("bob@example.com")).session().signedIn();
    assertThat(answer(elsewhere, challenge, code)).isEqualTo(new Outcome.Refused());
    assertThat(answer(bob, challenge, code)).isEqualTo(new Outcome.Refused());
    assertThat(answer(ada, challenge, code)).isInstanceOf(Outcome.Proven.class);
  }

  @Test
  void takes_it_no_longer_than_a_quarter_of_an_hour_and_not_after_the_address_has_changed() {
    SecretId challenge = send(ada);
    MailedCode code = mailed();
    var user = world.ports.users().find(ada.person().id()).orElseThrow();
    world.ports.users().save(user.movedTo(new EmailAddress("ada@elsewhere.example")));
    assertThat(answer(ada, challenge, code)).isEqualTo(new Outcome.Refused());
    world.ports.users().save(world.ports.users().find(ada.person().id()).orElseThrow().movedTo(ADA));
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(answer(ada, challenge, code)).isEqualTo(new Outcome.Refused());
  }

  @Test
  void fills_no_mailbox() {
    boolean exhausted = false;
    for (int i = 0; i < 20 && !exhausted; i++) {
      exhausted = mfa.sendCode.send(ada, World.ORIGIN) instanceof TooManyMails;
    }
    assertThat(exhausted).isTrue();
  }

  private SecretId send(SignedIn signedIn) {
    return ((CodeSent) mfa.sendCode.send(signedIn, World.ORIGIN)).challenge();
  }

  private MailedCode mailed() {
    return new MailedCode(world.lastMail().text());
  }

  private Outcome answer(SignedIn signedIn, SecretId challenge, MailedCode code) {
    return mfa.reauthenticate.reauthenticate(
        new Reauthenticate.Command(signedIn, new Evidence.ByMailedCode(challenge, code), World.ORIGIN));
  }

  private SignedIn signIn() {
    return ((dev.latchkey.application.signin.SignInWithPassword.Outcome.SignedIn) world.signIn(ADA, World.PASSWORD))
        .opened().session().signedIn();
  }
}
