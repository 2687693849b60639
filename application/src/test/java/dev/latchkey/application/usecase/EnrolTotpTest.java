package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.mfa.ConfirmTotp;
import dev.latchkey.application.mfa.ReadSecondFactor.SecondFactor;
import dev.latchkey.application.mfa.ReadTotpOffer;
import dev.latchkey.application.mfa.RemoveTotp;
import dev.latchkey.application.mfa.RenewRecoveryCodes;
import dev.latchkey.application.mfa.StartTotp;
import dev.latchkey.application.mfa.VerifyMfa;
import dev.latchkey.application.usecase.MfaWorld.Enrolment;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.mfa.RecoveryCode;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Proofs;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnrolTotpTest {
  private final MfaWorld mfa = new MfaWorld();
  private final World world = mfa.world;
  private final BearerToken session = world.register(ADA).token();

  @Test
  void changes_nothing_until_a_code_comes_back() {
    mfa.offer(mfa.session(session));
    assertThat(mfa.session(session).person().mfaEnrolled()).isFalse();
    assertThat(MfaState.of(mfa.session(mfa.halfSignedIn()))).isEqualTo(MfaState.NONE);
  }

  @Test
  void enrols_with_the_first_code_hands_out_ten_codes_and_renews_the_token() {
    Enrolment enrolment = mfa.enrol(session);
    assertThat(enrolment.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
    assertThat(mfa.isLive(session)).isFalse();
    assertThat(MfaState.of(mfa.session(enrolment.session()))).isEqualTo(MfaState.DONE);
    assertThat(mfa.read.read(mfa.session(enrolment.session()))).isEqualTo(new SecondFactor(true, false, 10));
    assertThat(world.lastAudit(AuditAction.MFA_ENROLLED).details()).containsEntry("method", "totp");
  }

  @Test
  void ends_all_other_sessions() {
    BearerToken elsewhere = mfa.halfSignedIn();
    mfa.enrol(session);
    assertThat(mfa.isLive(elsewhere)).isFalse();
  }

  @Test
  void takes_no_wrong_code_and_shows_the_same_key_again() {
    TotpSecret secret = mfa.offer(mfa.session(session));
    assertThat(mfa.confirm.confirm(mfa.session(session), mfa.wrong(secret), ORIGIN))
        .isEqualTo(new ConfirmTotp.Outcome.CodeInvalid());
    assertThat(mfa.readOffer.read(mfa.session(session))).isEqualTo(new ReadTotpOffer.Outcome.Offered(secret));
    assertThat(mfa.session(session).person().mfaEnrolled()).isFalse();
  }

  @Test
  void offers_another_key_each_time_and_takes_only_the_newest() {
    TotpSecret first = mfa.offer(mfa.session(session));
    TotpSecret second = mfa.offer(mfa.session(session));
    assertThat(second).isNotEqualTo(first);
    assertThat(mfa.confirm.confirm(mfa.session(session), mfa.shown(first), ORIGIN))
        .isEqualTo(new ConfirmTotp.Outcome.CodeInvalid());
    ConfirmTotp.Outcome.Enrolled enrolled = (ConfirmTotp.Outcome.Enrolled) mfa.confirm.confirm(mfa.session(session),
        mfa.shown(second), ORIGIN);
    BearerToken token = enrolled.session().token();
    assertThat(mfa.readOffer.read(mfa.session(token))).isEqualTo(new ReadTotpOffer.Outcome.NothingOffered());
    assertThat(mfa.confirm.confirm(mfa.session(token), mfa.shown(second), ORIGIN))
        .isEqualTo(new ConfirmTotp.Outcome.NothingOffered());
  }

  @Test
  void keeps_the_app_in_use_until_the_next_one_is_confirmed() {
    Enrolment enrolment = mfa.enrol(session);
    TotpSecret next = mfa.offer(mfa.session(enrolment.session()));
    BearerToken half = mfa.halfSignedIn();
    assertThat(mfa.verify(half, mfa.shown(next))).isEqualTo(new VerifyMfa.Outcome.CodeInvalid());
    assertThat(mfa.verify(half, mfa.shown(enrolment.secret()))).isInstanceOf(VerifyMfa.Outcome.Verified.class);
  }

  @Test
  void wants_a_fresh_proof_for_every_change() {
    TotpSecret secret = mfa.offer(mfa.session(session));
    world.clock.advance(Proofs.FRESHNESS);
    assertThat(mfa.start.start(mfa.session(session))).isEqualTo(new StartTotp.Outcome.ProofTooOld());
    assertThat(mfa.readOffer.read(mfa.session(session))).isEqualTo(new ReadTotpOffer.Outcome.ProofTooOld());
    assertThat(mfa.confirm.confirm(mfa.session(session), mfa.shown(secret), ORIGIN))
        .isEqualTo(new ConfirmTotp.Outcome.ProofTooOld());
    BearerToken enrolled = mfa.enrol(mfa.halfSignedIn()).session();
    world.clock.advance(Proofs.FRESHNESS);
    assertThat(mfa.renew.renew(mfa.session(enrolled), ORIGIN)).isEqualTo(new RenewRecoveryCodes.Outcome.ProofTooOld());
    assertThat(mfa.remove.remove(mfa.session(enrolled), ORIGIN)).isEqualTo(new RemoveTotp.Outcome.ProofTooOld());
  }

  @Test
  void is_not_changed_by_a_session_that_has_shown_only_the_password() {
    mfa.enrol(session);
    BearerToken half = mfa.halfSignedIn();
    assertThat(mfa.start.start(mfa.session(half))).isEqualTo(new StartTotp.Outcome.ProofTooOld());
    assertThat(mfa.renew.renew(mfa.session(half), ORIGIN)).isEqualTo(new RenewRecoveryCodes.Outcome.ProofTooOld());
    assertThat(mfa.remove.remove(mfa.session(half), ORIGIN)).isEqualTo(new RemoveTotp.Outcome.ProofTooOld());
  }

  @Test
  void is_removed_with_its_recovery_codes_and_ends_other_sessions() {
    Enrolment enrolment = mfa.enrol(session);
    BearerToken half = mfa.halfSignedIn();
    BearerToken next = remove(enrolment.session());
    assertThat(mfa.isLive(half)).isFalse();
    assertThat(mfa.read.read(mfa.session(next))).isEqualTo(new SecondFactor(false, false, 0));
    assertThat(MfaState.of(mfa.session(mfa.halfSignedIn()))).isEqualTo(MfaState.NONE);
    assertThat(mfa.remove.remove(mfa.session(next), ORIGIN)).isEqualTo(new RemoveTotp.Outcome.NotEnrolled());
  }

  @Test
  void leaves_no_proof_of_itself_in_the_session_that_removed_it() {
    Enrolment enrolment = mfa.enrol(session);
    BearerToken next = remove(enrolment.session());
    assertThat(mfa.isLive(enrolment.session())).isFalse();
    assertThat(MfaState.of(mfa.session(next))).isEqualTo(MfaState.NONE);
    assertThat(mfa.session(next).session().proofs().hasSecondFactor()).isFalse();
  }

  private BearerToken remove(BearerToken token) {
    return ((RemoveTotp.Outcome.Removed) mfa.remove.remove(mfa.session(token), ORIGIN)).session().token();
  }

  @Test
  void stays_where_an_organization_insists_on_it() {
    Enrolment enrolment = mfa.enrol(session);
    mfa.demandMfa(mfa.session(enrolment.session()));
    assertThat(mfa.remove.remove(mfa.session(enrolment.session()), ORIGIN))
        .isEqualTo(new RemoveTotp.Outcome.Demanded());
  }

  @Test
  void renews_recovery_codes_all_at_once() {
    Enrolment enrolment = mfa.enrol(session);
    List<RecoveryCode> renewed = ((RenewRecoveryCodes.Outcome.Renewed) mfa.renew
        .renew(mfa.session(enrolment.session()), ORIGIN)).recoveryCodes();
    assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(enrolment.recoveryCodes());
    BearerToken half = mfa.halfSignedIn();
    assertThat(mfa.verify(half, enrolment.recoveryCodes().getFirst())).isEqualTo(new VerifyMfa.Outcome.CodeInvalid());
    assertThat(mfa.verify(half, renewed.getFirst())).isInstanceOf(VerifyMfa.Outcome.Verified.class);
  }

  @Test
  void renews_nothing_where_nothing_is_enrolled() {
    assertThat(mfa.renew.renew(mfa.session(session), ORIGIN)).isEqualTo(new RenewRecoveryCodes.Outcome.NotEnrolled());
  }
}
