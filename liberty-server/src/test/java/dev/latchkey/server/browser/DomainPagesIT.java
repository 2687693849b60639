package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** An owner adds a domain, publishes its record, verifies it, lets people join by it, and removes it. */
@BrowserTest
class DomainPagesIT {
  @Test
  void a_domain_is_added_verified_used_and_removed(Browser browser, Trial trial) {
    walk(browser, trial, true);
  }

  @Test
  void a_domain_is_added_verified_used_and_removed_without_javascript(@WithoutJavaScript Browser browser,
      Trial trial) {
    walk(browser, trial, false);
  }

  private static void walk(Browser browser, Trial trial, boolean inspect) {
    Person owner = trial.signUp(Person.anybody());
    String domain = "d" + UUID.randomUUID() + ".example";
    SignInPage.open(browser).signIn(owner);
    browser.follow(owner.organization());
    browser.follow("Domains");
    look(browser, inspect, "domains-none");
    browser.follow("Add domain");
    look(browser, inspect, "domain-add");
    browser.field("Domain").fill("gmail.com");
    browser.press("Continue");
    look(browser, inspect, "domain-add-public");
    browser.field("Domain").fill(domain);
    browser.press("Continue");
    browser.expect(domain);
    look(browser, inspect, "domain-pending");
    String name = "_latchkey." + domain;
    trial.names().text(name, "v=spf1 -all");
    browser.press("Verify now");
    assertThat(browser.text()).contains("There are TXT records at " + name + ", but not ours.", "v=spf1 -all");
    look(browser, inspect, "domain-other");
    trial.names().publish(name, browser.driver().findElements(By.cssSelector(".copy code")).get(1).getText());
    browser.press("Verify now");
    assertThat(browser.text()).contains("the domain is verified");
    look(browser, inspect, "domain-verified");
    browser.driver().findElement(By.id("autoJoin-approval")).click();
    browser.press("Save");
    assertThat(browser.text()).contains("The settings of the domain are changed.");
    String page = browser.path().replaceFirst("\\?.*", "");

    letIn(browser, trial, domain, inspect);

    browser.open(page + "/remove");
    look(browser, inspect, "domain-remove");
    browser.press("Remove domain");
    assertThat(browser.text()).contains("The domain is removed.", "No domain yet");
  }

  /** Somebody with an address there signs up without an organization, waits, and is approved. */
  private static void letIn(Browser browser, Trial trial, String domain, boolean inspect) {
    browser.follow("All domains");
    assertThat(browser.text()).contains("They join after approval");
    look(browser, inspect, "domains");
    trial.signUp(Person.anybody().withoutOrganization().at(domain));
    browser.follow("Members");
    look(browser, inspect, "members-waiting");
    browser.driver().findElement(By.cssSelector("td.action form button")).click();
    browser.await("the approval", driver -> browser.text().contains("The person is a member now"));
  }

  private static void look(Browser browser, boolean inspect, String page) {
    if (inspect) {
      Inspection.of(browser, page);
    }
  }
}
