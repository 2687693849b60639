package dev.latchkey.server.browser;

import dev.latchkey.server.e2e.LatchkeyProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment where nobody signs up by themselves. */
@BrowserTest
class ClosedSignUpIT {
  @Test
  void who_wants_to_sign_up_learns_how_people_get_in(Browser browser, @TempDir Path folder) {
    try (LatchkeyProcess server = LatchkeyProcess.in(folder).with("LATCHKEY_SIGNUP", "closed").start()) {
      browser.open(server.uri() + "/sign-up");
      browser.expect("Sign-up is by invitation");
      Inspection.of(browser, "sign-up-closed");
      browser.follow("Go to sign-in");
      new SignInPage(browser);
    }
  }
}
