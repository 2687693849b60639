package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.TestProvider;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** From the button to the provider and back in, and what one sees of it in the account. */
@BrowserTest
class SocialSignInIT {

  @Test
  void somebody_new_comes_in_by_the_button_and_sees_what_is_connected(Browser browser, Trial trial) {
    String email = someoneAt(trial.social().google());
    SignInPage.open(browser);
    browser.follow("Continue with Google");
    new HomePage(browser);
    browser.follow("Linked identities");
    assertThat(browser.text()).contains(email, "Connect Google", "Connect Microsoft");
    Inspection.of(browser, "identities-social");
  }

  @Test
  void who_has_an_account_learns_to_connect_it_and_does_so(Browser browser, Trial trial) {
    connect(browser, trial, true);
  }

  @Test
  void connecting_works_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    connect(browser, trial, false);
  }

  @Test
  void a_link_on_another_site_takes_the_browser_from_nobody(Browser browser, Trial trial) {
    Person owner = trial.signUp(Person.anybody());
    SignInPage.open(browser).signIn(owner);
    someoneAt(trial.social().google());
    followForeignLink(browser, trial);
    Inspection.of(browser, "session-kept");
    browser.follow("Stay signed in");
    new HomePage(browser);
    assertThat(browser.text()).contains("Welcome, " + owner.name() + ".");
    followForeignLink(browser, trial);
    browser.follow("Switch to the other account");
    new HomePage(browser);
    assertThat(browser.text()).contains("Welcome, Mia Weber.");
  }

  private static void followForeignLink(Browser browser, Trial trial) {
    browser.show("<!doctype html><title>Prizes</title><a href=\"" + trial.uri().resolve("/api/auth/social/google/login")
        + "\">Win a prize</a>");
    browser.follow("Win a prize");
    browser.expect("You are already signed in");
  }

  private static void connect(Browser browser, Trial trial, boolean inspect) {
    Person person = trial.signUp(Person.anybody());
    trial.social().google().signsIn(
        dev.latchkey.adapter.idp.hostile.Person.of(UUID.randomUUID().toString(), person.email(), person.name()));
    SignInPage.open(browser).enterAddress(person.email());
    browser.follow("Continue with Google");
    browser.expect("You can’t come in this way yet");
    look(browser, inspect, "social-refused");
    browser.follow("Sign in another way");
    new SignInPage(browser).enterAddress(person.email());
    browser.field(SignInPage.PASSWORD).fill(person.password());
    browser.press(SignInPage.SUBMIT);
    browser.expect("Linked identities");
    browser.press("Connect Google");
    browser.expect("Linked identities");
    assertThat(browser.text()).contains("Connected. From now on you can sign in with it.");
    browser.leave(() -> browser.find(By.cssSelector("td.action a")).click());
    browser.expect("Unlink yourself from Google?");
    look(browser, inspect, "unlink-social");
    browser.press("Unlink");
    assertThat(browser.text()).contains("The link is removed.");
  }

  private static void look(Browser browser, boolean inspect, String page) {
    if (inspect) {
      Inspection.of(browser, page);
    }
  }

  private static String someoneAt(TestProvider google) {
    String subject = UUID.randomUUID().toString();
    String email = "mia-" + subject + "@elsewhere.example";
    google.signsIn(dev.latchkey.adapter.idp.hostile.Person.of(subject, email, "Mia Weber"));
    return email;
  }
}
