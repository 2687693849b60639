package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.OwnDatabase;
import dev.latchkey.server.keycloak.Employee;
import dev.latchkey.server.keycloak.Keycloak;
import dev.latchkey.server.keycloak.KeycloakExtension;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in at a real identity provider, from either end, and what happens to who comes for the first time. */
@BrowserTest
@ExtendWith(KeycloakExtension.class)
class KeycloakSignInIT {

  @Test
  void somebody_new_types_the_address_and_comes_in_by_the_domain(Browser browser, Trial trial, Keycloak keycloak) {
    Corporation acme = Corporation.found(trial, keycloak).admitNewcomers();
    Employee amara = acme.hire("Amara", "Okafor");
    browser.open("/sign-in");
    new SignInPage(browser).typeAddress(amara.email());
    new KeycloakPage(browser).signIn(amara);
    new HomePage(browser);
    assertThat(browser.text()).contains("Welcome, " + amara.name() + ".", acme.name(), "Agent");
    assertThat(acme.company().member(amara.email()).path("source").asText()).isEqualTo("jit");
  }

  @Test
  void all_of_it_works_without_javascript(@WithoutJavaScript Browser browser, Trial trial, Keycloak keycloak) {
    Corporation acme = Corporation.found(trial, keycloak).admitNewcomers();
    Employee bram = acme.hire("Bram", "de Vries");
    browser.open("/sign-in");
    new SignInPage(browser).typeAddress(bram.email());
    new KeycloakPage(browser).signIn(bram);
    new HomePage(browser);
    assertThat(browser.text()).contains("Welcome, " + bram.name() + ".");
  }

  @Test
  void who_has_an_account_is_found_by_the_verified_address_and_goes_on_where_it_was_meant_to_lead(Browser browser,
      Trial trial, Keycloak keycloak) throws IOException {
    Corporation acme = Corporation.found(trial, keycloak);
    browser.open(acme.company().entry() + "?returnTo=%2Faccount");
    new KeycloakPage(browser).signIn(acme.owner());
    assertThat(browser.path()).isEqualTo("/account");
    assertThat(browser.text()).contains(acme.owner().email());
    assertThat(OwnDatabase.in(trial.folder()).number("SELECT count(*) FROM federated_identity "
        + "WHERE organization_id = ? AND email = ?", acme.company().id(), acme.owner().email())).isEqualTo(1);
  }

  @Test
  void whom_keycloak_still_knows_only_passes_through(Browser browser, Trial trial, Keycloak keycloak) {
    Corporation acme = Corporation.found(trial, keycloak);
    acme.signIn(browser, acme.owner());
    browser.driver().manage().deleteCookieNamed("__Host-latchkey");
    browser.open(acme.company().entry());
    new HomePage(browser);
  }

  @Test
  void nobody_new_comes_in_where_newcomers_are_not_admitted(Browser browser, Trial trial, Keycloak keycloak) {
    Corporation acme = Corporation.found(trial, keycloak);
    Employee chiara = acme.hire("Chiara", "Bianchi");
    browser.open(acme.company().entry());
    new KeycloakPage(browser).signIn(chiara);
    browser.expect("You can’t come in this way yet");
    assertThat(browser.text()).contains("NOT_LINKED");
    Inspection.of(browser, "sso-refused");
  }

  @Test
  void an_address_that_keycloak_has_not_verified_opens_nothing(Browser browser, Trial trial, Keycloak keycloak) {
    Corporation acme = Corporation.found(trial, keycloak).admitNewcomers();
    Employee daniel = acme.hire(Employee.of("Daniel", "Novák", acme.domain()).unverified());
    browser.open(acme.company().entry());
    new KeycloakPage(browser).signIn(daniel);
    browser.expect("You can’t come in this way yet");
    assertThat(browser.text()).contains("EMAIL_NOT_VERIFIED");
  }

  @Test
  void tokens_signed_with_a_new_key_are_believed_at_once(Browser browser, Trial trial, Keycloak keycloak) {
    Corporation acme = Corporation.found(trial, keycloak);
    acme.signIn(browser, acme.owner()).signOut();
    acme.realm().rotateKeys();
    acme.signIn(browser, acme.owner());
  }
}
