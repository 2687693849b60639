package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody who came in by a mailed link and has no password gives the account one. */
@BrowserTest
class FirstPasswordIT {
  private static final Pattern LINK = Pattern.compile("/magic-link\\?token=\\S+");

  @Test
  void a_first_password_is_set(Browser browser, Trial trial) {
    Person person = signInByLink(browser, trial);
    browser.open("/account/password");
    browser.expect("Set a password");
    assertThat(browser.text()).doesNotContain("Current password");
    Inspection.of(browser, "account-first-password");
    set(browser, "too short");
    assertThat(browser.field("Password").problem()).startsWith("This password is too short");
    Inspection.of(browser, "account-first-password-wrong");
    set(browser, person.password());
    assertThat(browser.text()).contains("Your password is set.", "Current password");
    assertThat(trial.mailTo(person, "A password was set for your Latchkey account").text())
        .contains("It wasn’t me: reset my password");
    browser.open("/");
    new HomePage(browser).signOut().signIn(person);
  }

  @Test
  void a_first_password_is_set_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    Person person = signInByLink(browser, trial);
    browser.open("/account/password");
    set(browser, person.password());
    browser.open("/");
    new HomePage(browser).signOut().signIn(person);
  }

  /** As somebody whom others have added and who never used the setup mail. */
  private static Person signInByLink(Browser browser, Trial trial) {
    Person person = Person.anybody();
    trial.setupLinkFor(person);
    SignInPage.open(browser).enterAddress(person.email());
    browser.press("E-mail me a link to sign in");
    browser.expect("Look in your mailbox");
    Matcher link = LINK.matcher(trial.mailTo(person, "Your link to sign in to Latchkey").text());
    assertThat(link.find()).isTrue();
    browser.open(link.group());
    new HomePage(browser);
    return person;
  }

  private static void set(Browser browser, String password) {
    browser.field("Password").fill(password);
    browser.press("Set password");
  }
}
