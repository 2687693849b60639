package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.application.session.SessionOver;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a session that is changed while a request is at work that found it otherwise. */
class SessionPromotionTest {
  private final MfaWorld mfa = new MfaWorld();
  private final World world = mfa.world;
  private final SignedIn ada = world.register(ADA).session().signedIn();
  private final Proof.Sso vouched = new Proof.Sso(World.NOON, new OrganizationId(world.ids.next()), 1);

  @Test
  void leaves_a_proof_away_that_was_taken_while_the_request_ran() {
    SignedIn found = mfa.promotion.add(ada, vouched).signedIn();
    assertThat(found.session().proofs().has(Proof.Sso.class)).isTrue();
    world.ports.shownProofs().keepOnly(found.session().id(), Proofs.of(new Proof.EmailCode(World.NOON)));
    assertThat(reauthenticate(found)).isInstanceOf(Reauthenticate.Outcome.Proven.class);
    assertThat(stored().all()).extracting(it -> (Object) it.getClass())
        .containsExactly(Proof.EmailCode.class, Proof.Password.class);
  }

  @Test
  void keeps_a_proof_that_was_added_while_the_request_ran() {
    mfa.promotion.add(ada, vouched);
    mfa.promotion.add(ada, new Proof.Totp(World.NOON));
    assertThat(stored().all()).contains(vouched, new Proof.Totp(World.NOON));
  }

  @Test
  void does_nothing_in_the_name_of_a_session_that_ended_while_the_request_ran() {
    world.ports.ownSessions().endAll(ada.person().id(), Optional.empty());
    assertThatThrownBy(() -> reauthenticate(ada)).isInstanceOf(SessionOver.class);
    assertThat(world.ports.ownSessions().of(ada.person().id())).isEmpty();
    assertThat(world.ports.auditEvents()).noneMatch(it -> it.action() == AuditAction.REAUTHENTICATED);
  }

  private Reauthenticate.Outcome reauthenticate(SignedIn signedIn) {
    return mfa.reauthenticate.reauthenticate(new Reauthenticate.Command(signedIn,
        new Reauthenticate.Evidence.ByPassword(World.PASSWORD), World.ORIGIN));
  }

  private Proofs stored() {
    return world.ports.ownSessions().of(ada.person().id()).getFirst().proofs();
  }
}
