package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.session.KnownBrowsers;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.session.TokenHash;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link KnownBrowsers}. */
public abstract class KnownBrowsersContract extends PortContract {
  private final KnownBrowsers browsers = ports.knownBrowsers();
  private final TokenHash browser = Examples.token().hash();

  protected KnownBrowsersContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void knows_no_browser_that_was_not_remembered() {
    assertThat(browsers.isKnown(storedUser().id(), browser)).isFalse();
  }

  @Test
  void remembers_a_browser_for_this_person_only() {
    User user = storedUser();
    browsers.remember(user.id(), browser, noon);
    assertThat(browsers.isKnown(user.id(), browser)).isTrue();
    assertThat(browsers.isKnown(user.id(), Examples.token().hash())).isFalse();
    assertThat(browsers.isKnown(storedUser().id(), browser)).isFalse();
  }

  @Test
  void remembers_a_browser_twice_without_complaint() {
    User user = storedUser();
    Together.run(8, () -> {
      browsers.remember(user.id(), browser, noon);
      return true;
    });
    assertThat(browsers.isKnown(user.id(), browser)).isTrue();
  }
}
