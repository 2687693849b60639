package dev.latchkey.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MembershipTest {
  private static final Membership FOUNDER = Membership.ofFounder(new MembershipId("0".repeat(26)),
      new OrganizationId("1".repeat(26)), new UserId("2".repeat(26)), Instant.parse("2026-03-01T12:00:00Z"));

  @Test
  void loses_break_glass_with_the_role_of_an_owner_and_does_not_get_it_back() {
    Membership demoted = FOUNDER.withRole(Role.ADMIN);
    assertThat(demoted.breakGlass()).isFalse();
    assertThat(demoted.withRole(Role.OWNER).breakGlass()).isFalse();
    assertThat(FOUNDER.withRole(Role.OWNER).breakGlass()).isTrue();
  }

  @Test
  void gives_break_glass_to_owners_only() {
    assertThatThrownBy(() -> FOUNDER.withRole(Role.ADMIN).withBreakGlass(true)).isInstanceOf(InvalidValue.class);
    assertThat(FOUNDER.withBreakGlass(false).withBreakGlass(true)).isEqualTo(FOUNDER);
    assertThat(FOUNDER.withRole(Role.AGENT).withBreakGlass(false).breakGlass()).isFalse();
  }

  @Test
  void comes_back_as_it_was_after_a_deactivation() {
    assertThat(FOUNDER.deactivated().isActiveOwner()).isFalse();
    assertThat(FOUNDER.deactivated().reactivated()).isEqualTo(FOUNDER);
  }
}
