package dev.latchkey.server.browser;

/** {@code /verify-email}. */
record VerifyEmailPage(Browser browser) {
  static final String SUBMIT = "Confirm account";
  static final String RESEND = "Send a new code";

  VerifyEmailPage {
    browser.expect("Confirm Your Account");
  }

  Input code() {
    return browser.field("Code from the e-mail");
  }

  /** Follows the link to the trial mailbox, which opens a new window. */
  MailboxPage openMailbox() {
    browser.followToNewWindow("Open the trial mailbox (new tab)");
    return new MailboxPage(browser);
  }

  HomePage enter(String code) {
    code().fill(code);
    browser.press(SUBMIT);
    return new HomePage(browser);
  }

  /** Enters a code that is refused: the page comes back. */
  VerifyEmailPage enterInVain(String code) {
    code().fill(code);
    browser.press(SUBMIT);
    return new VerifyEmailPage(browser);
  }

  VerifyEmailPage resend() {
    browser.press(RESEND);
    return new VerifyEmailPage(browser);
  }
}
