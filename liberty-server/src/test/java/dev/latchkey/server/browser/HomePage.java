package dev.latchkey.server.browser;

/** {@code /}, for people who are signed in. */
record HomePage(Browser browser) {
  HomePage {
    browser.expect("Home");
  }

  SignInPage signOut() {
    browser.press("Sign out");
    return new SignInPage(browser);
  }
}
