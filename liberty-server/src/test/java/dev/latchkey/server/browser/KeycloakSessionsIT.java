package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.Await;
import dev.latchkey.server.e2e.OwnDatabase;
import dev.latchkey.server.keycloak.Keycloak;
import dev.latchkey.server.keycloak.KeycloakExtension;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the session here and the one at a real identity provider end together. */
@BrowserTest
@ExtendWith(KeycloakExtension.class)
class KeycloakSessionsIT {
  private static final Duration A_FEW_CHECKS = Duration.ofSeconds(60);

  @Test
  void signing_out_here_signs_out_there_and_leads_back(Browser browser, Trial trial, Keycloak keycloak) {
    Corporation acme = Corporation.found(trial, keycloak);
    HomePage home = acme.signIn(browser, acme.owner());
    assertThat(acme.realm().sessionsOf(acme.owner())).isEqualTo(1);
    home.signOut();
    assertThat(acme.realm().sessionsOf(acme.owner())).isZero();
    browser.open(acme.company().entry());
    new KeycloakPage(browser);
  }

  @Test
  void who_was_disabled_there_is_signed_out_here(Browser browser, Trial trial, Keycloak keycloak) throws IOException {
    Corporation acme = Corporation.found(trial, keycloak);
    acme.signIn(browser, acme.owner());
    OwnDatabase database = OwnDatabase.in(trial.folder());
    String mine = "organization_id = ?";
    acme.realm().disable(acme.owner());
    browser.open("/account");
    assertThat(browser.path()).as("until the next check").isEqualTo("/account");

    assertThat(database.change("UPDATE provider_session SET next_check_at = now() - interval '1 second' WHERE " + mine,
        acme.company().id())).isEqualTo(1);
    Await.until("the check has ended the session", A_FEW_CHECKS,
        () -> database.number("SELECT count(*) FROM provider_session WHERE " + mine, acme.company().id()) == 0);
    browser.open("/account");
    new SignInPage(browser);
    assertThat(acme.company().auditActions()).contains("SSO_SESSION_ENDED");
  }
}
