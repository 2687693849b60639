package dev.latchkey.server.browser;

import dev.latchkey.server.e2e.Authenticator;
import org.openqa.selenium.By;

/** {@code /setup-mfa}. */
record SetUpMfaPage(Browser browser) {
  static final String CODE = "6-digit code from your app";

  SetUpMfaPage {
    browser.expect("Set up your authenticator app");
  }

  HomePage skip() {
    browser.press("No thanks, I’ll set it up later");
    return new HomePage(browser);
  }

  /** An app into which the key was typed. */
  Authenticator app() {
    return new Authenticator(browser.find(By.cssSelector(".copy code")).getText().replace(" ", ""));
  }

  void enter(String code) {
    browser.field(CODE).fill(code);
    browser.press("Complete Setup");
  }
}
