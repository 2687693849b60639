package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The code from the mail, and what happens to those that aren't it. */
@BrowserTest
class CodeIT {
  private static final String REFUSED = "This code isn’t right, or can no longer be used.";

  private final Person person = Person.anybody();

  @Test
  void a_code_can_be_pasted_with_blanks(Browser browser, Trial trial) {
    VerifyEmailPage verify = SignUpPage.open(browser).fill(person).submit();
    String code = trial.codeFor(person);
    verify.code().awaitFocus();
    browser.keyboard().paste(" " + code.substring(0, 4) + " " + code.substring(4) + "\u00a0");
    browser.press(VerifyEmailPage.SUBMIT);
    new HomePage(browser);
  }

  @Test
  void what_is_no_code_costs_no_try(Browser browser, Trial trial) {
    VerifyEmailPage verify = SignUpPage.open(browser).fill(person).submit().enterInVain("1234");
    assertThat(verify.code().problem()).isEqualTo("The code has 8 digits. Copy it from the e-mail as it is.");
    verify.code().awaitFocus();
    assertThat(verify.code().value()).isEmpty();
    verify.enter(trial.codeFor(person));
  }

  @Test
  void a_new_code_replaces_the_one_before(Browser browser, Trial trial) {
    VerifyEmailPage verify = SignUpPage.open(browser).fill(person).submit();
    String replaced = trial.codeFor(person);
    verify.resend();
    assertThat(browser.text()).contains("A new code is on its way.", "We sent an 8-digit code to " + person.email());

    verify.enterInVain(replaced);
    assertThat(verify.code().problem()).startsWith(REFUSED);
    verify.enter(trial.codeFor(person, replaced));
  }

  @Test
  void five_wrong_codes_end_the_sign_up(Browser browser, Trial trial) {
    VerifyEmailPage verify = SignUpPage.open(browser).fill(person).submit();
    String code = trial.codeFor(person);
    for (int tries = 0; tries < 5; tries++) {
      verify.enterInVain(otherThan(code));
      assertThat(verify.code().problem()).startsWith(REFUSED);
    }
    verify.enterInVain(code);
    assertThat(verify.code().problem()).startsWith(REFUSED);

    browser.press(VerifyEmailPage.RESEND);
    browser.expect("This sign-up is over");
    assertThat(browser.text()).contains("too many wrong codes were tried");
    browser.follow("Sign up again");
    new SignUpPage(browser);
  }

  @Test
  void a_sign_up_that_is_finished_leads_on(Browser browser, Trial trial) {
    VerifyEmailPage verify = SignUpPage.open(browser).fill(person).submit();
    String page = browser.path();
    verify.enter(trial.codeFor(person)).signOut();

    browser.open(page);
    browser.press(VerifyEmailPage.RESEND);
    browser.expect("This sign-up is over");
    Inspection.of(browser, "sign-up-over");
    browser.follow("Go to sign-in");
    new SignInPage(browser);
  }

  private static String otherThan(String code) {
    return code.substring(1) + (code.startsWith("7") ? "3" : "7");
  }
}
