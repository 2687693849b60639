package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.ApiClient;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Keys for programs and the history of an organization, as its people meet them. */
@BrowserTest
class ProgramsIT {
  @Test
  void a_key_is_made_used_and_deleted(Browser browser, Trial trial) {
    keys(browser, trial, true);
  }

  @Test
  void a_key_is_made_used_and_deleted_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    keys(browser, trial, false);
  }

  private static void keys(Browser browser, Trial trial, boolean inspect) {
    Person person = trial.signUp(inspect ? Person.withLongNames() : Person.anybody());
    SignInPage.open(browser).signIn(person);
    browser.open("/account/api-keys");
    look(browser, "account-api-keys-empty", inspect);
    String page = browser.find(By.cssSelector(".links a")).getDomAttribute("href");
    browser.open(page);
    browser.expect("API keys");
    look(browser, "api-keys-empty", inspect);
    browser.follow("Create API key");
    browser.expect("Create API key");
    look(browser, "api-key-create", inspect);
    browser.press("Create key");
    assertThat(browser.field("Name").problem()).isEqualTo("Give the key a name.");
    look(browser, "api-key-create-wrong", inspect);
    browser.field("Name").fill("Nightly export to the data warehouse");
    browser.find(By.id("scope.ORGANIZATION_READ")).click();
    browser.find(By.id("scope.MEMBERS_READ")).click();
    browser.find(By.id("scope.AUDIT_READ")).click();
    browser.find(By.id("days-365")).click();
    browser.press("Create key");
    browser.expect("Your new API key");
    look(browser, "api-key-created", inspect);
    String key = browser.find(By.cssSelector(".copy code")).getText();
    String url = browser.find(By.cssSelector(".sample")).getText().replaceAll(".* ", "");
    ApiClient program = new ApiClient(trial.uri()).header("X-Api-Key", key);
    assertThat(program.get(url).status()).isEqualTo(200);

    browser.follow("I’ve saved it, continue");
    create(browser, "Calendar sync");
    assertThat(browser.text()).contains("Nightly export to the data warehouse", "just now", "Never")
        .doesNotContain(key);
    look(browser, "api-keys", inspect);
    browser.open("/account/api-keys");
    look(browser, "account-api-keys", inspect);
    browser.open(page);
    browser.leave(() -> browser.find(By.xpath("//tr[contains(., 'Nightly')]//a")).click());
    look(browser, "api-key-delete", inspect);
    browser.press("Delete key");
    assertThat(browser.text()).contains("The key is deleted.").doesNotContain("Nightly");
    assertThat(program.get(url).status()).isEqualTo(401);
  }

  private static void create(Browser browser, String name) {
    browser.follow("Create API key");
    browser.field("Name").fill(name);
    browser.find(By.id("scope.MEMBERS_READ")).click();
    browser.press("Create key");
    browser.follow("I’ve saved it, continue");
  }

  @Test
  void the_history_is_read_and_narrowed(Browser browser, Trial trial) {
    history(browser, trial, true);
  }

  @Test
  void the_history_is_read_and_narrowed_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    history(browser, trial, false);
  }

  private static void history(Browser browser, Trial trial, boolean inspect) {
    Person person = trial.signUp(inspect ? Person.withLongNames() : Person.anybody());
    SignInPage.open(browser).enterAddress(person.email()).enterPasswordInVain("not my password");
    SignInPage.open(browser).signIn(person);
    browser.open("/account/api-keys");
    browser.leave(() -> browser.find(By.cssSelector(".links a")).click());
    create(browser, "Nightly export");
    browser.follow("Audit log");
    browser.expect("Audit log");
    assertThat(browser.text()).contains(person.name() + " created the API key “Nightly export”.",
        person.name() + " tried to sign in and was refused.", "signed in.", "created the organization");
    look(browser, "audit", inspect);
    browser.find(By.xpath("//li[contains(., 'was refused')]//summary")).click();
    assertThat(browser.text()).contains("The password is right", "Failed", "Request id");
    look(browser, "audit-chain", inspect);
    browser.find(By.cssSelector("#outcome option[value=REFUSED]")).click();
    browser.field("Person’s e-mail address").fill(person.email());
    browser.press("Show");
    assertThat(browser.driver().findElements(By.cssSelector(".events > li"))).hasSize(1);
    look(browser, "audit-filtered", inspect);
    browser.follow("Clear");
    browser.field("Person’s e-mail address").fill("nobody");
    browser.press("Show");
    assertThat(browser.field("Person’s e-mail address").problem()).startsWith("Enter an e-mail address");
    look(browser, "audit-wrong", inspect);
    browser.field("Person’s e-mail address").fill("nobody@example.com");
    browser.press("Show");
    assertThat(browser.text()).contains("Nothing to show");
    look(browser, "audit-empty", inspect);
  }

  private static void look(Browser browser, String page, boolean inspect) {
    if (inspect) {
      Inspection.of(browser, page);
    }
  }
}
