package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.ApiClient;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What people do for themselves, each journey from its beginning to its last page. */
@BrowserTest
class AccountPagesIT {
  private static final String NEW = "eleven paper boats drift east";
  private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
  private static final Pattern LINK = Pattern.compile("/magic-link\\?token=\\S+");

  @Test
  void a_forgotten_password_is_replaced(Browser browser, Trial trial) {
    Person person = trial.signUp(Person.anybody());
    SignInPage.open(browser).enterAddress(person.email());
    browser.follow("Forgot your password?");
    browser.expect("Forgot your password?");
    assertThat(browser.field("E-mail address").value()).isEqualTo(person.email());
    Inspection.of(browser, "forgot-password");
    browser.press("Reset my password");

    browser.expect("Choose a new password");
    assertThat(browser.text()).contains("We sent a mail to " + person.email());
    Inspection.of(browser, "reset-password");
    String code = trial.mailTo(person, "Reset your password for Latchkey").code();
    browser.field("Code from the e-mail").fill(code.startsWith("0") ? "11111111" : "00000000");
    browser.field("New password").fill("too short");
    browser.press("Change Password");
    assertThat(browser.field("Code from the e-mail").problem()).startsWith("This code isn’t right");
    Inspection.of(browser, "reset-password-wrong");

    browser.field("Code from the e-mail").fill(code);
    browser.field("New password").fill("too short");
    browser.press("Change Password");
    assertThat(browser.field("New password").problem()).startsWith("This password is too short");
    browser.field("Code from the e-mail").fill(code);
    browser.field("New password").fill(NEW);
    browser.press("Change Password");
    SignInPage signIn = new SignInPage(browser);
    assertThat(browser.text()).contains("Your password is changed. Sign in with the new one.");
    Inspection.of(browser, "sign-in-after-reset");
    signIn.signIn(person.withPassword(NEW));
  }

  @Test
  void a_forgotten_password_is_replaced_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    Person person = trial.signUp(Person.anybody());
    browser.open("/forgot-password");
    browser.field("E-mail address").fill(person.email());
    browser.press("Reset my password");
    browser.field("Code from the e-mail").fill(trial.mailTo(person, "Reset your password for Latchkey").code());
    browser.field("New password").fill(NEW);
    browser.press("Change Password");
    new SignInPage(browser).signIn(person.withPassword(NEW));
  }

  @Test
  void a_link_signs_in_the_browser_that_asked_for_it(Browser browser, Trial trial) {
    Person person = trial.signUp(Person.anybody());
    SignInPage.open(browser).enterAddress(person.email());
    browser.press("E-mail me a link to sign in");
    browser.expect("Look in your mailbox");
    assertThat(browser.text()).contains("We sent a link to " + person.email());
    Inspection.of(browser, "magic-link-sent");
    String link = linkFor(person, trial);
    browser.open(link);
    new HomePage(browser).signOut();
    browser.open(link);
    browser.expect("This link is used up");
    Inspection.of(browser, "magic-link-over");
  }

  @Test
  void another_browser_asks_before_it_signs_in(@WithoutJavaScript Browser browser, Browser looking, Trial trial) {
    Person person = trial.signUp(Person.anybody());
    new ApiClient(trial.uri()).post("/api/auth/magic-link", Map.of("email", person.email()));
    String link = linkFor(person, trial);
    looking.open(link);
    looking.expect("Sign in here?");
    Inspection.of(looking, "magic-link-confirm");
    browser.open(link);
    browser.expect("Sign in here?");
    browser.press("Sign in here");
    new HomePage(browser);
    assertThat(browser.text()).contains(person.email());
  }

  @Test
  void the_profile_and_the_password_are_changed(Browser browser, Trial trial) {
    Person person = trial.signUp(Person.withLongNames());
    SignInPage.open(browser).signIn(person);
    browser.open("/account");
    Inspection.of(browser, "account-profile");
    browser.field("Name").fill("");
    browser.press("Save");
    assertThat(browser.field("Name").problem()).isEqualTo("Enter your name.");
    browser.field("Name").fill("Max Wolkenstein");
    browser.press("Save");
    assertThat(browser.text()).contains("Your profile is saved.", "Max Wolkenstein");
    Inspection.of(browser, "account-profile-saved");

    browser.follow("Password");
    Inspection.of(browser, "account-password");
    change(browser, "not my password", NEW);
    assertThat(browser.field("Current password").problem()).isEqualTo("This isn’t your current password.");
    Inspection.of(browser, "account-password-wrong");
    change(browser, person.password(), NEW);
    assertThat(browser.text()).contains("Your password is changed.");
    browser.open("/");
    new HomePage(browser).signOut().signIn(person.withPassword(NEW));
  }

  @Test
  void sessions_elsewhere_are_seen_and_ended(Browser browser, Trial trial) {
    sessions(browser, trial, true);
  }

  @Test
  void sessions_elsewhere_are_ended_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    sessions(browser, trial, false);
  }

  private static void sessions(Browser browser, Trial trial, boolean inspect) {
    Person person = trial.signUp(Person.anybody());
    SignInPage.open(browser).signIn(person);
    ApiClient first = signInElsewhere(trial, person);
    ApiClient second = signInElsewhere(trial, person);
    browser.open("/account/sessions");
    assertThat(browser.text()).contains("Chrome on Linux", "Firefox on Linux", "This browser");
    inspect(browser, inspect, "account-sessions");
    browser.press("End the session of Firefox on Linux");
    assertThat(browser.text()).contains("The session is ended.");
    assertThat(second.get("/api/auth/me").status()).isEqualTo(401);

    browser.follow("End all others");
    inspect(browser, inspect, "account-sessions-end-others");
    assertThat(first.get("/api/auth/me").status()).isEqualTo(200);
    browser.leave(() -> browser.find(By.cssSelector("main button[type=submit]")).click());
    assertThat(browser.text()).contains("All other sessions are ended.", "nowhere else");
    assertThat(first.get("/api/auth/me").status()).isEqualTo(401);
    inspect(browser, inspect, "account-sessions-alone");
  }

  private static void inspect(Browser browser, boolean inspect, String page) {
    if (inspect) {
      Inspection.of(browser, page);
    }
  }

  private static ApiClient signInElsewhere(Trial trial, Person person) {
    ApiClient elsewhere = new ApiClient(trial.uri()).header("User-Agent", FIREFOX);
    elsewhere.post("/api/auth/login", Map.of("email", person.email(), "password", person.password()));
    return elsewhere;
  }

  private static void change(Browser browser, String current, String chosen) {
    browser.field("Current password").fill(current);
    browser.field("New password").fill(chosen);
    browser.press("Change Password");
  }

  private static String linkFor(Person person, Trial trial) {
    Matcher link = LINK.matcher(trial.mailTo(person, "Your link to sign in to Latchkey").text());
    assertThat(link.find()).isTrue();
    return link.group();
  }
}
