package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** An owner decides what the organization demands, sees first whom that keeps out, and isn't locked out by it. */
@BrowserTest
class SecuritySettingsIT {

  @Test
  void a_second_factor_is_demanded_and_set_up(Browser browser, Trial trial) {
    demand(browser, trial, true);
  }

  @Test
  void a_second_factor_is_demanded_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    demand(browser, trial, false);
  }

  @Test
  void single_sign_on_is_explained(Browser browser, Trial trial) {
    SignInPage.open(browser).signIn(trial.signUp(Person.withLongNames()));
    open(browser);
    choose(browser, "method-sso");
    browser.expect("Change how members sign in?");
    assertThat(browser.text()).contains("Not possible yet", "A domain of the organization is verified",
        "Verify a domain");
    Inspection.of(browser, "organization-security-refused");
    browser.follow("Back");
    browser.expect("Security");
  }

  private static void demand(Browser browser, Trial trial, boolean inspect) {
    Person owner = trial.signUp(Person.anybody());
    SignInPage.open(browser).signIn(owner);
    open(browser);
    inspect(browser, inspect, "organization-security");
    choose(browser, "method-mfa");
    browser.expect("Change how members sign in?");
    assertThat(browser.text()).contains(owner.name(), owner.email(), "No second factor");
    inspect(browser, inspect, "organization-security-preview");
    browser.press("Change it");
    browser.expect("Set up your authenticator app");
    assertThat(browser.text()).contains(owner.organization() + " asks its members for a second factor.");
  }

  private static void open(Browser browser) {
    browser.leave(() -> browser.find(By.cssSelector("main .card a")).click());
    browser.follow("Security");
    browser.expect("Security");
  }

  private static void choose(Browser browser, String id) {
    browser.find(By.id(id)).click();
    browser.press("Review the change");
  }

  private static void inspect(Browser browser, boolean inspect, String page) {
    if (inspect) {
      Inspection.of(browser, page);
    }
  }
}
