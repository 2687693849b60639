package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.paging.Cursors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link Cursors}. */
public abstract class CursorsContract extends PortContract {
  private final Cursors cursors = ports.cursors();

  protected CursorsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void gives_back_the_position_in_the_list_that_it_was_made_for() {
    assertThat(cursors.open("members of A", cursors.seal("members of A", "Zoë/1"))).contains("Zoë/1");
  }

  @Test
  void is_good_for_no_other_list() {
    assertThat(cursors.open("members of B", cursors.seal("members of A", "ada"))).isEmpty();
  }

  @Test
  void refuses_what_was_changed_or_never_sealed() {
    String cursor = cursors.seal("members of A", "ada");
    String changed = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);
    assertThat(cursors.open("members of A", changed)).isEmpty();
    assertThat(cursors.open("members of A", cursor.substring(1))).isEmpty();
    assertThat(cursors.open("members of A", "ada")).isEmpty();
    assertThat(cursors.open("members of A", "")).isEmpty();
    assertThat(cursors.open("members of A", "§/=")).isEmpty();
  }
}
