package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.demo.Acme;
import dev.latchkey.server.keycloak.Employee;
import dev.latchkey.server.keycloak.Keycloak;
import dev.latchkey.server.keycloak.KeycloakExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo as the README tells it. */
@BrowserTest
@ExtendWith(KeycloakExtension.class)
class DemoTourIT {

  @Test
  void the_company_of_the_demo_is_as_the_readme_shows_it(Browser browser, Trial trial, Keycloak keycloak) {
    Acme.found(keycloak, trial.uri(), trial.names());

    HomePage home = signIn(browser, Acme.NEWCOMER, true);
    assertThat(browser.text()).contains("Welcome, " + Acme.NEWCOMER.name() + ".");
    Inspection.of(browser, "demo-home");
    home.signOut();

    home = signIn(browser, Acme.OWNER, false);
    browser.open("/organizations/acme/sso");
    Inspection.of(browser, "demo-settings");
    browser.open("/");
    home.signOut();

    leave(browser, Acme.UNVERIFIED);
    new KeycloakPage(browser).signIn(Acme.UNVERIFIED);
    browser.expect("You can’t come in this way yet");
    assertThat(browser.text()).contains("EMAIL_NOT_VERIFIED");
    Inspection.of(browser, "demo-refused");
  }

  private static HomePage signIn(Browser browser, Employee person, boolean photograph) {
    if (photograph) {
      SignInPage.open(browser).field(SignInPage.EMAIL).fill(person.email());
      Inspection.of(browser, "demo-sign-in");
    }
    leave(browser, person);
    KeycloakPage keycloak = new KeycloakPage(browser);
    if (photograph) {
      Inspection.ofForeign(browser, "demo-keycloak");
    }
    keycloak.signIn(person);
    return new HomePage(browser);
  }

  private static void leave(Browser browser, Employee person) {
    SignInPage.open(browser).typeAddress(person.email());
  }
}
