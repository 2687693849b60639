package dev.latchkey.server.browser;

import org.openqa.selenium.By;

/** {@code /sign-in}: the address, then the password. */
record SignInPage(Browser browser) {
  static final String EMAIL = "E-mail address";
  static final String PASSWORD = "Password";
  static final String CONTINUE = "Continue";
  static final String SUBMIT = "Sign in";

  SignInPage {
    browser.expect("Sign in");
  }

  static SignInPage open(Browser browser) {
    browser.open("/sign-in");
    return new SignInPage(browser);
  }

  Input field(String label) {
    return browser.field(label);
  }

  SignInPage enterAddress(String email) {
    typeAddress(email);
    return new SignInPage(browser);
  }

  /** Enters an address that may lead away from here. */
  void typeAddress(String email) {
    field(EMAIL).fill(email);
    browser.press(CONTINUE);
  }

  HomePage enterPassword(String password) {
    field(PASSWORD).fill(password);
    browser.press(SUBMIT);
    return new HomePage(browser);
  }

  /** Enters a password that is refused: the page comes back. */
  SignInPage enterPasswordInVain(String password) {
    field(PASSWORD).fill(password);
    browser.press(SUBMIT);
    return new SignInPage(browser);
  }

  /** What stands in the way and belongs to no field; empty if nothing. */
  String problem() {
    return browser.has(By.id("problem")) ? browser.find(By.id("problem")).getText() : "";
  }

  HomePage signIn(Person person) {
    return enterAddress(person.email()).enterPassword(person.password());
  }
}
