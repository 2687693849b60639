package dev.latchkey.server.browser;

/** {@code /sign-up}. */
record SignUpPage(Browser browser) {
  static final String NAME = "Your name";
  static final String EMAIL = "E-mail address";
  static final String ORGANIZATION = "Organization name (optional)";
  static final String PASSWORD = "Password";
  static final String SUBMIT = "Create account";

  SignUpPage {
    browser.expect("Create your account");
  }

  static SignUpPage open(Browser browser) {
    browser.open("/sign-up");
    return new SignUpPage(browser);
  }

  Input field(String label) {
    return browser.field(label);
  }

  SignUpPage fill(Person person) {
    field(NAME).fill(person.name());
    field(EMAIL).fill(person.email());
    field(ORGANIZATION).fill(person.organization());
    field(PASSWORD).fill(person.password());
    return this;
  }

  VerifyEmailPage submit() {
    browser.press(SUBMIT);
    return new VerifyEmailPage(browser);
  }

  /** Submits what is not good enough: the page comes back. */
  SignUpPage submitInVain() {
    browser.press(SUBMIT);
    return new SignUpPage(browser);
  }
}
