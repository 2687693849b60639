package dev.latchkey.server.browser;

import dev.latchkey.server.keycloak.Employee;
import org.openqa.selenium.By;

/** Where Keycloak asks who somebody is. */
record KeycloakPage(Browser browser) {
  private static final By USERNAME = By.id("username");

  KeycloakPage {
    browser.await("Keycloak's sign-in page", page -> browser.has(USERNAME));
  }

  /** Enters name and password; where that leads is to be seen then. */
  void signIn(Employee employee) {
    new Input(browser, browser.find(USERNAME)).fill(employee.username());
    new Input(browser, browser.find(By.id("password"))).fill(Employee.PASSWORD);
    browser.leave(() -> browser.find(By.id("kc-login")).click());
  }
}
