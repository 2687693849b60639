package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** An owner names the organization's identity provider, follows the steps for it, and takes it away again. */
@BrowserTest
class SsoSettingsIT {

  @Test
  void an_identity_provider_is_set_up_and_deleted(Browser browser, Trial trial) {
    setUp(browser, trial, true);
  }

  @Test
  void an_identity_provider_is_set_up_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    setUp(browser, trial, false);
  }

  private static void setUp(Browser browser, Trial trial, boolean inspect) {
    Person owner = trial.signUp(Person.withLongNames());
    SignInPage.open(browser).signIn(owner);
    browser.leave(() -> browser.find(By.cssSelector("main .card a")).click());
    browser.follow("Single sign-on");
    browser.expect("Single sign-on");
    inspect(browser, inspect, "organization-sso");
    browser.find(By.id("provider-azure")).click();
    assertThat(browser.text()).contains("Steps in Microsoft Entra ID", "/api/auth/sso/callback")
        .doesNotContain("Steps in Okta");
    inspect(browser, inspect, "organization-sso-entra");

    browser.find(By.id("provider-oidc")).click();
    browser.find(By.id("issuerUrl")).sendKeys("https://login.acme.example/.well-known/openid-configuration");
    browser.find(By.id("clientId")).sendKeys("latchkey");
    browser.find(By.id("clientSecret")).sendKeys("correct-horse-battery");
    browser.press("Save");
    assertThat(browser.text()).contains("The issuer is the part before");
    assertThat(browser.find(By.id("clientId")).getDomProperty("value")).isEqualTo("latchkey");
    assertThat(browser.find(By.id("clientSecret")).getDomProperty("value")).isEmpty();
    inspect(browser, inspect, "organization-sso-wrong");

    browser.find(By.id("issuerUrl")).clear();
    browser.find(By.id("issuerUrl")).sendKeys("https://login.acme.example");
    browser.find(By.id("clientSecret")).sendKeys("correct-horse-battery");
    browser.press("Save");
    assertThat(browser.text()).contains("The identity provider is saved.", "Not yet", "Sign in through it now")
        .doesNotContain("correct-horse-battery");
    inspect(browser, inspect, "organization-sso-connected");

    browser.press("Test connection");
    assertThat(browser.text()).contains("This would keep people from signing in:", "can’t be reached");
    inspect(browser, inspect, "organization-sso-tested");

    browser.find(By.id("mode-dedicated")).click();
    browser.press("Use this address");
    assertThat(browser.text()).contains("The callback address is changed.");
    browser.find(By.id("allowedDomains")).sendKeys("acme.example, no domain!");
    browser.find(By.id("enabled")).click();
    browser.press("Save for new people");
    assertThat(browser.text()).contains("Please enter a domain such as example.com.");
    inspect(browser, inspect, "organization-sso-jit-wrong");

    browser.follow("Delete the identity provider…");
    inspect(browser, inspect, "organization-sso-delete");
    browser.press("Delete identity provider");
    assertThat(browser.text()).contains("The identity provider is deleted.");
  }

  private static void inspect(Browser browser, boolean inspect, String page) {
    if (inspect) {
      Inspection.of(browser, page);
    }
  }
}
