package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.SsoExamples;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.sso.TestSso;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.sso.SsoConnection;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link TestSso} finds out about a connection, and how often. */
class SsoExaminationTest {
  private final MemberWorld members = new MemberWorld();
  private final World world = members.world;
  private final FakeRelyingParty provider = new FakeRelyingParty();
  private final TestSso test = new TestSso(world.ports.ssoConnections(), provider, world.entrance, world.guesses,
      world.audit, world.ports.unitOfWork());

  @Test
  void a_test_tells_what_was_found_and_changes_nothing() {
    assertThat(tested(members.ada)).isInstanceOf(TestSso.Outcome.NotConnected.class);
    connect();
    SsoConnection before = stored();
    SsoProblem problem = new SsoProblem(SsoFault.NOT_JSON, "It sent a picture.");
    provider.fails(Optional.of(problem));
    assertThat(tested(members.join("Bob", Role.ADMIN).actor())).isInstanceOfSatisfying(
        TestSso.Outcome.Examined.class, it -> assertThat(it.examination().problems()).containsExactly(problem));
    assertThat(stored()).isEqualTo(before);
    AuditEvent event = world.lastAudit(AuditAction.SSO_TESTED);
    assertThat(event.organization()).contains(members.acme);
    assertThat(event.chain()).extracting(reason -> reason.rule() + " " + reason.detail())
        .containsExactly("NOT_JSON It sent a picture.");
  }

  @Test
  void an_organization_has_a_limited_number_of_tests_all_admins_together() {
    connect();
    Actor bob = members.join("Bob", Role.ADMIN).actor();
    for (int i = 0; i < 10; i++) {
      assertThat(tested(members.ada)).isInstanceOf(TestSso.Outcome.Examined.class);
      assertThat(tested(bob)).isInstanceOf(TestSso.Outcome.Examined.class);
    }
    TestSso.Outcome.TooManyTests refused = (TestSso.Outcome.TooManyTests) tested(bob);
    AuditEvent event = world.lastAudit(AuditAction.SSO_TESTED);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.chain().getLast().rule()).isEqualTo("tests-left");
    assertThat(provider.examinations()).isEqualTo(20);
    world.clock.advance(refused.retryAfter());
    assertThat(tested(bob)).isInstanceOf(TestSso.Outcome.Examined.class);
    assertThat(tested(bob)).isInstanceOf(TestSso.Outcome.TooManyTests.class);
  }

  private void connect() {
    world.ports.ssoConnections().add(SsoConnection.to(SsoExamples.client("latchkey"), members.acme, 1, World.NOON));
  }

  private SsoConnection stored() {
    return world.ports.ssoConnections().find(members.acme).orElseThrow();
  }

  private TestSso.Outcome tested(Actor actor) {
    return test.test(new TestSso.Command(actor, members.acme, World.ORIGIN));
  }
}
