package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.TrialMailbox;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A person moves their account to another address, from the account page to the mail at the old address. */
@BrowserTest
class ChangeEmailIT {
  private static final String CODE = "Confirm your new e-mail address for Latchkey";
  private static final String CHANGED = "The e-mail address of your account at Latchkey was changed";

  @Test
  void the_address_is_changed(Browser browser, Trial trial) {
    change(browser, trial, true);
  }

  @Test
  void the_address_is_changed_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    change(browser, trial, false);
  }

  @Test
  void the_mails_are_readable(Browser browser, Trial trial) {
    Person person = trial.signUp(Person.anybody());
    Person known = trial.signUp(Person.anybody());
    String wanted = moved(person);
    SignInPage.open(browser).signIn(person);
    ask(browser, known.email());
    TrialMailbox.Mail inUse = trial.mailTo(known, "You already have an account at Latchkey");
    ask(browser, wanted);
    TrialMailbox.Mail code = new TrialMailbox(trial.uri()).awaitMailTo(wanted);
    confirm(browser, code.code());
    TrialMailbox.Mail changed = trial.mailTo(person, CHANGED);
    browser.show(code.html());
    Inspection.of(browser, "mail-email-change");
    browser.show(inUse.html());
    Inspection.of(browser, "mail-address-in-use");
    browser.show(changed.html());
    Inspection.of(browser, "mail-email-changed");
  }

  private static void change(Browser browser, Trial trial, boolean inspect) {
    Person person = trial.signUp(Person.withLongNames());
    String wanted = moved(person);
    SignInPage.open(browser).signIn(person);
    browser.open("/account");
    browser.leave(() -> browser.find(By.cssSelector("main a[href='/account/email']")).click());
    browser.expect("Change your e-mail address");
    inspect(browser, inspect, "account-email");
    browser.field("New address").fill(person.email());
    browser.press("Send the code");
    assertThat(browser.field("New address").problem()).startsWith("This is your address already.");
    inspect(browser, inspect, "account-email-wrong");

    browser.field("New address").fill(wanted);
    browser.press("Send the code");
    browser.expect("Confirm your new address");
    assertThat(browser.text()).contains("We sent an 8-digit code to " + wanted);
    inspect(browser, inspect, "verify-new-email");
    String code = new TrialMailbox(trial.uri()).awaitMailTo(wanted, mail -> mail.subject().equals(CODE)).code();
    confirm(browser, code.startsWith("0") ? "11111111" : "00000000");
    assertThat(browser.field("Code from the e-mail").problem()).startsWith("This code isn’t right");
    browser.press("Send a new code");
    browser.expect("Confirm your new address");
    assertThat(browser.text()).contains("A new code is on its way.", wanted);
    String newer = new TrialMailbox(trial.uri()).awaitMailTo(wanted, mail -> !mail.code().equals(code)).code();
    confirm(browser, newer);
    browser.expect("Profile");
    assertThat(browser.text()).contains("Your e-mail address is changed.", wanted);
    inspect(browser, inspect, "account-email-changed");
    assertThat(trial.mailTo(person, CHANGED).text()).contains(wanted);
  }

  private static void ask(Browser browser, String address) {
    browser.open("/account/email");
    browser.field("New address").fill(address);
    browser.press("Send the code");
    browser.expect("Confirm your new address");
  }

  private static void confirm(Browser browser, String code) {
    browser.field("Code from the e-mail").fill(code);
    browser.press("Confirm address");
  }

  private static String moved(Person person) {
    return "new-" + person.email();
  }

  private static void inspect(Browser browser, boolean inspect, String page) {
    if (inspect) {
      Inspection.of(browser, page);
    }
  }
}
