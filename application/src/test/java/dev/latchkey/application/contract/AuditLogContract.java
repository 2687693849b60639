package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.audit.AuditLog;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link AuditLog}. */
public abstract class AuditLogContract extends PortContract {
  private final AuditLog log = ports.auditLog();

  protected AuditLogContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void keeps_everything_of_a_fact_and_the_order_of_its_chain() {
    AuditEvent event = event(Optional.of(new UserId(Examples.id())), Optional.of(new OrganizationId(Examples.id())),
        List.of(Reason.passed("z-rule", "\"quoted\", {braced} and \\ escaped"), Reason.failed("a-rule", ""),
            Reason.skipped("m-rule", "NULL")),
        Map.of("email", "zoë@example.com", "empty", "", "null", "null"));
    log.append(event);
    assertThat(ports.auditEvents()).contains(event);
  }

  @Test
  void keeps_a_fact_about_nobody_and_no_organization() {
    AuditEvent event = event(Optional.empty(), Optional.empty(), List.of(), Map.of());
    log.append(event);
    assertThat(ports.auditEvents()).contains(event);
  }

  @Test
  void holds_nothing_of_a_unit_that_rolled_back() {
    AuditEvent event = event(Optional.empty(), Optional.empty(), List.of(), Map.of());
    assertThatThrownBy(() -> ports.unitOfWork().run(() -> {
      log.append(event);
      throw new IllegalStateException("on purpose");
    })).isInstanceOf(IllegalStateException.class);
    assertThat(ports.auditEvents()).doesNotContain(event);
  }

  private AuditEvent event(Optional<UserId> actor, Optional<OrganizationId> organization, List<Reason> chain,
      Map<String, String> details) {
    return new AuditEvent(new AuditEventId(Examples.id()), noon, AuditAction.SIGN_IN, AuditOutcome.REFUSED,
        new Origin("192.0.2.1", "Firefox", "request-1"), actor, organization, chain, details);
  }
}
