package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.sso.JustInTime;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.sso.JitSettings;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link JustInTime} keeps. */
public abstract class JustInTimeContract extends PortContract {
  private final JustInTime justInTime = ports.justInTime();
  private OrganizationId acme;
  private OrganizationId other;

  protected JustInTimeContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @BeforeEach
  void store() {
    acme = storedOrganization("Acme").id();
    other = storedOrganization("Other").id();
  }

  @Test
  void lets_nobody_in_until_somebody_says_so() {
    assertThat(justInTime.of(acme)).isEqualTo(JitSettings.INITIAL);
  }

  @Test
  void gives_back_what_was_saved_last_to_that_tenant_only() {
    JitSettings first = new JitSettings(true, Role.ADMIN,
        List.of(new DomainName("acme.example"), new DomainName("example.com")));
    justInTime.save(acme, first);
    assertThat(justInTime.of(acme)).isEqualTo(first);
    assertThat(justInTime.of(other)).isEqualTo(JitSettings.INITIAL);

    JitSettings second = new JitSettings(false, Role.AGENT, List.of());
    justInTime.save(acme, second);
    assertThat(justInTime.of(acme)).isEqualTo(second);
  }

  @Test
  void keeps_one_of_those_that_are_saved_at_once_as_a_whole() {
    JitSettings one = new JitSettings(true, Role.ADMIN, List.of(new DomainName("one.example")));
    JitSettings two = new JitSettings(false, Role.AGENT, List.of(new DomainName("two.example")));
    Together.run(8, () -> ports.unitOfWork().run(() -> {
      justInTime.save(acme, Thread.currentThread().threadId() % 2 == 0 ? one : two);
      return true;
    }));
    assertThat(justInTime.of(acme)).isIn(one, two);
  }
}
