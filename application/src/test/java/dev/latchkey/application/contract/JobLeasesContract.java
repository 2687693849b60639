package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.housekeeping.JobLeases;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link JobLeases}. */
public abstract class JobLeasesContract extends PortContract {
  private final JobLeases leases = ports.jobLeases();
  private final String job = "job-" + Examples.id();
  private final Instant later = noon.plusSeconds(3600);

  protected JobLeasesContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void gives_a_job_to_one_of_sixteen() {
    assertThat(Together.run(16, () -> leases.take(job, noon, later))).containsOnlyOnce(true);
  }

  @Test
  void gives_it_to_nobody_else_before_the_time_is_over() {
    leases.take(job, noon, later);
    assertThat(leases.take(job, later.minusMillis(1), later.plusSeconds(3600))).isFalse();
    assertThat(Together.run(16, () -> leases.take(job, later, later.plusSeconds(3600)))).containsOnlyOnce(true);
  }

  @Test
  void holds_up_no_other_job() {
    leases.take(job, noon, later);
    assertThat(leases.take("other-" + job, noon, later)).isTrue();
  }
}
