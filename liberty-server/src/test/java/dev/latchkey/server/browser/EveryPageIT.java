package dev.latchkey.server.browser;

import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Every page as people meet it, with what they typed and what was wrong with it, in every look. */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageIT {
  /** First, so that the mailbox isn't full of what other tests wrote. */
  @Test
  @Order(1)
  void the_trial_mailbox(Browser browser, Trial trial) {
    browser.open("/dev/mail?to=nobody@kestrel-labs.example");
    Inspection.of(browser, "trial-mailbox-empty");

    Stream.of(Person.anybody(), Person.anybody(), Person.anybody(), Person.ada()).forEach(trial::applyFor);
    MailboxPage.open(browser).read(Person.ada());
    Inspection.of(browser, "trial-mail");
    MailboxPage.open(browser);
    Inspection.of(browser, "trial-mailbox");

    Person longNames = Person.withLongNames();
    trial.applyFor(longNames);
    MailboxPage.open(browser).read(longNames);
    Inspection.of(browser, "trial-mail-long");
    MailboxPage.open(browser);
    Inspection.of(browser, "trial-mailbox-long");
  }

  /** Out of the mailbox, where nothing in it may run, not even what looks for faults. */
  @Test
  void mails_of_html(Browser browser, Trial trial) {
    Person person = trial.signUp(Person.anybody());
    browser.show(trial.mailTo(person, "Confirm your e-mail address for Latchkey").html());
    Inspection.of(browser, "mail-sign-up-code");

    trial.applyFor(person);
    browser.show(trial.mailTo(person, "You already have an account at Latchkey").html());
    Inspection.of(browser, "mail-already-registered");
  }

  @Test
  void sign_up_right_and_wrong(Browser browser) {
    SignUpPage signUp = SignUpPage.open(browser);
    Inspection.of(browser, "sign-up-empty");
    signUp.fill(Person.ada());
    Inspection.of(browser, "sign-up");
    signUp.fill(Person.ada().withPassword("lamps")).submitInVain();
    Inspection.of(browser, "sign-up-wrong");
    signUp.field(SignUpPage.NAME).fill("");
    signUp.field(SignUpPage.EMAIL).fill("ada@example");
    signUp.submitInVain();
    Inspection.of(browser, "sign-up-all-wrong");
  }

  @Test
  void verify_email_and_home(Browser browser, Trial trial) {
    SignUpPage.open(browser).fill(Person.withLongNames()).submit();
    Inspection.of(browser, "verify-email-long");

    VerifyEmailPage verify = SignUpPage.open(browser).fill(Person.ada()).submit();
    Inspection.of(browser, "verify-email");
    verify.enterInVain("12345678");
    Inspection.of(browser, "verify-email-wrong");
    String replaced = trial.codeFor(Person.ada());
    verify.resend();
    Inspection.of(browser, "verify-email-sent-again");
    verify.enter(trial.codeFor(Person.ada(), replaced));
    Inspection.of(browser, "home");
  }

  @Test
  void sign_in_one_step_after_the_other(Browser browser) {
    SignInPage signIn = SignInPage.open(browser);
    Inspection.of(browser, "sign-in");
    signIn.enterAddress("ada@example");
    Inspection.of(browser, "sign-in-wrong-address");
    signIn.enterAddress(Person.withLongNames().email());
    Inspection.of(browser, "sign-in-password");
    signIn.enterPasswordInVain("not my password");
    Inspection.of(browser, "sign-in-wrong");
  }

  @Test
  void home_of_others(Browser browser, Trial trial) {
    HomePage home = SignInPage.open(browser).signIn(trial.signUp(Person.withLongNames()));
    Inspection.of(browser, "home-long");
    SignInPage signIn = home.signOut();
    Inspection.of(browser, "signed-out");
    signIn.signIn(trial.signUp(Person.anybody().withoutOrganization()));
    Inspection.of(browser, "home-without-organization");
  }
}
