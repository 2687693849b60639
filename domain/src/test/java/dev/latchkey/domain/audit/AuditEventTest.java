package dev.latchkey.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditEventTest {
  private static final String WORDS = "evil\u0000\r\n" + "y".repeat(900_000);

  @Test
  void whatever_others_say_is_kept_on_one_line_of_bounded_length() {
    AuditEvent event = new AuditEvent(new AuditEventId("0".repeat(26)), Instant.EPOCH, AuditAction.SIGN_IN,
        AuditOutcome.REFUSED, Origin.ofItself("test"), Optional.empty(), Optional.empty(),
        List.of(Reason.failed("token-believed", WORDS)),
        Map.of("detail", WORDS, "problem", new SsoProblem(SsoFault.TOKEN_ALGORITHM, WORDS).detail()));
    assertThat(event.chain().getFirst().detail()).startsWith("evil").hasSize(1_000)
        .doesNotContainPattern("\\p{Cntrl}");
    assertThat(event.details().values()).hasSize(2)
        .allSatisfy(fact -> assertThat(fact).startsWith("evil").hasSize(1_000).doesNotContainPattern("\\p{Cntrl}"));
  }
}
