package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.TrialMailbox;
import dev.latchkey.server.keycloak.CompanyRealm;
import dev.latchkey.server.keycloak.Employee;
import dev.latchkey.server.keycloak.Keycloak;
import dev.latchkey.server.keycloak.KeycloakExtension;
import dev.latchkey.server.keycloak.SsoCompany;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** People link themselves to a real identity provider, unlink themselves, and confirm there who they are. */
@BrowserTest
@ExtendWith(KeycloakExtension.class)
class LinkedIdentitiesIT {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String MENU = "Setup Latchkey Single Sign-on";
  private static final String BUTTON = "Company sign-in";
  private static final String PASSWORD = "seven vivid otters juggle";

  @Test
  void a_member_links_two_identities_from_the_person_menu_and_unlinks_one(Browser browser, Trial trial,
      Keycloak keycloak) {
    Place place = Place.found(trial, keycloak);
    signIn(browser, place.owner());
    browser.follow(MENU);
    browser.expect("Linked identities");
    assertThat(browser.text()).contains("Nothing linked yet", "Ask an owner of the organization");
    Inspection.of(browser, "identities-none");

    place.company().connect(place.realm());
    browser.open("/account/identities");
    link(browser, place.owner());
    assertThat(browser.path()).startsWith("/account/identities");
    assertThat(browser.find(By.tagName("tbody")).getText()).contains(place.name(), place.owner().email());
    Inspection.of(browser, "identities-one");
    assertThat(new TrialMailbox(trial.uri()).awaitMailTo(place.owner().email(),
        mail -> mail.subject().equals("Single sign-on was linked to your Latchkey account")).text())
        .contains("the single sign-on of " + place.name());

    place.realm().logOutAll();
    Employee second = Employee.of("Augusta", "Byron", place.domain());
    place.realm().hire(second);
    link(browser, second);
    assertThat(browser.driver().findElements(By.cssSelector("tbody tr"))).hasSize(2);
    Inspection.of(browser, "identities-several");

    browser.leave(() -> browser.find(By.cssSelector("tbody tr:last-child a")).click());
    browser.expect("Unlink yourself from " + place.name() + "?");
    Inspection.of(browser, "identities-unlink");
    browser.press("Unlink");
    browser.expect("Linked identities");
    assertThat(browser.driver().findElements(By.cssSelector("tbody tr"))).hasSize(1);
    assertThat(place.company().auditActions()).contains("IDENTITY_LINKED", "IDENTITY_UNLINKED");
  }

  @Test
  void who_has_nothing_else_keeps_the_last_way_in_and_confirms_by_a_code(Browser browser, Trial trial,
      Keycloak keycloak) {
    Place place = Place.found(trial, keycloak);
    place.company().connect(place.realm()).admitNewcomers();
    Employee amara = Employee.of("Amara", "Okafor", place.domain());
    place.realm().hire(amara);
    browser.open(place.company().entry());
    new KeycloakPage(browser).signIn(amara);
    new HomePage(browser);
    browser.open("/account/identities");
    browser.leave(() -> browser.find(By.cssSelector("tbody a")).click());
    browser.press("Unlink");

    browser.expect("Confirm it’s you");
    assertThat(browser.text()).contains("Your account has no password", amara.email()).doesNotContain("Sign in again");
    Inspection.of(browser, "reauthenticate-mail");
    browser.press("E-mail me a code");
    Inspection.of(browser, "reauthenticate-by-code");
    String code = new TrialMailbox(trial.uri()).awaitMailTo(amara.email(),
        mail -> mail.subject().equals("Your code to confirm it’s you at Latchkey")).code();
    browser.field("Code from the e-mail").fill(code.startsWith("0") ? "11111111" : "00000000");
    browser.press("Continue");
    Inspection.of(browser, "reauthenticate-by-code-wrong");
    browser.field("Code from the e-mail").fill(code);
    browser.press("Continue");

    browser.expect("Unlink yourself from " + place.name() + "?");
    browser.press("Unlink");
    assertThat(browser.text()).contains("nothing else would lead into your account");
    Inspection.of(browser, "identities-unlink-last");
    browser.open("/setup-mfa");
    assertThat(browser.path()).as("the code is proof enough for the account").isEqualTo("/setup-mfa");
  }

  @Test
  void confirming_at_keycloak_takes_a_new_login_there(Browser browser, Trial trial, Keycloak keycloak) {
    Corporation acme = Corporation.found(trial, keycloak);
    acme.signIn(browser, acme.owner());
    browser.open("/reauthenticate?returnTo=%2Faccount%2Fpasskeys");
    browser.leave(() -> browser.find(By.partialLinkText("Sign in again at")).click());
    By password = By.id("password");
    browser.await("Keycloak asking again", page -> browser.has(password));
    new Input(browser, browser.find(password)).fill(Employee.PASSWORD);
    browser.leave(() -> browser.find(By.id("kc-login")).click());
    browser.expect("Passkeys");
  }

  private static void signIn(Browser browser, Employee owner) {
    SignInPage.open(browser).enterAddress(owner.email()).enterPassword(PASSWORD);
  }

  private static void link(Browser browser, Employee employee) {
    browser.leave(() -> browser.find(By.xpath("//button[starts-with(normalize-space(), '" + BUTTON + "')]")).click());
    new KeycloakPage(browser).signIn(employee);
    browser.expect("Linked identities");
  }

  /** An organization that has verified no domain, and a realm where its owner works, too. */
  private record Place(String name, String domain, Employee owner, CompanyRealm realm, SsoCompany company) {
    static Place found(Trial trial, Keycloak keycloak) {
      String slug = "bell-" + COUNT.incrementAndGet();
      String domain = slug + ".example";
      Employee owner = Employee.of("Ada", "Lovelace", domain);
      CompanyRealm realm = CompanyRealm.create(keycloak, slug, slug, trial.uri(), slug);
      realm.hire(owner);
      String name = "Bell " + slug;
      return new Place(name, domain, owner, realm, SsoCompany.signUp(trial.uri(), owner, PASSWORD, name, slug));
    }
  }
}
