package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.ApiClient;
import dev.latchkey.server.e2e.Authenticator;
import dev.latchkey.server.e2e.OwnDatabase;
import dev.latchkey.server.e2e.TrialMailbox;
import dev.latchkey.server.keycloak.Employee;
import dev.latchkey.server.keycloak.SsoCompany;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * An owner moves the members to single sign-on, requires it, and gets in with the broken glass when the identity provider
 * is gone, which it is from the start.
 */
@BrowserTest
class EnforcementPagesIT {
  private static final String PASSWORD = "vivid otters juggle lamps";
  private static final String DOMAIN = "emergency.example";

  @Test
  void single_sign_on_is_required_and_its_owner_gets_in_without(Browser browser, Trial trial) throws IOException {
    Employee ada = Employee.of("Ada", "Lovelace", DOMAIN);
    SsoCompany company = SsoCompany.signUp(trial.uri(), ada, PASSWORD, "Emergency Stores", "emergency")
        .proveDomain(DOMAIN, trial.names()).put("/settings/sso", """
            {"provider":"oidc","issuerUrl":"http://localhost:1","clientId":"gone","clientSecret":"wrong"}""");
    add(company, "Amara Okafor", "amara@" + DOMAIN, "agent");
    add(company, "Bram de Vries", "bram@elsewhere.example", "agent");
    add(company, "Grace Hopper", "grace@" + DOMAIN, "owner");
    OwnDatabase database = OwnDatabase.in(trial.folder());
    database.change("UPDATE sso_connection SET owner_proven_at = now() WHERE organization_id = ?", company.id());
    Authenticator app = enrol(company, ada, database);
    signIn(browser, ada, app);

    move(browser, company);
    breakGlass(browser, company);
    enforce(browser);
    assertThat(company.owner().get(company.path("")).status()).as("another session that showed both").isEqualTo(200);
    keepLast(browser, company, ada);
    look(browser, trial);

    browser.open("/");
    new HomePage(browser).signOut();
    forget(database);
    signIn(browser, ada, app);
    browser.open("/organizations/emergency/audit");
    assertThat(browser.text()).contains("past single sign-on");
    browser.show(new TrialMailbox(trial.uri()).awaitMailTo(ada.email(), mail -> mail.subject().contains("Break-glass"))
        .html());
    Inspection.of(browser, "mail-break-glass");
  }

  private static void move(Browser browser, SsoCompany company) {
    browser.open("/organizations/emergency/members/move-to-sso");
    browser.expect("Move members to single sign-on");
    assertThat(browser.text()).contains("2 members will be linked at their first sign-in.",
        "One member has to link the account first.", "One break-glass owner stays as is.");
    Inspection.of(browser, "move-to-sso");
    browser.press("Move all members");
    assertThat(browser.text()).contains("4 of 4 members are done", "Mailed");
    Inspection.of(browser, "move-to-sso-done");
    browser.open("/organizations/emergency/members/" + member(company, "bram@elsewhere.example"));
    browser.press("Move to single sign-on");
    browser.expect("Bram de Vries");
  }

  private static void breakGlass(Browser browser, SsoCompany company) {
    browser.open("/organizations/emergency/members/" + member(company, "grace@" + DOMAIN));
    browser.press("Make break-glass owner");
    browser.expect("Grace Hopper");
    assertThat(browser.text()).contains("Doesn’t get in", "There is no password yet.",
        "There is no second factor yet");
    Inspection.of(browser, "member-break-glass");
  }

  private static void enforce(Browser browser) {
    browser.open("/organizations/emergency/security");
    browser.find(By.id("method-sso")).click();
    browser.press("Review the change");
    browser.expect("Change how members sign in?");
    assertThat(browser.text()).contains("If the identity provider fails", "Ada Lovelace", "Gets in", "Grace Hopper",
        "Doesn’t get in", "Not linked yet: will be at their first sign-in there");
    Inspection.of(browser, "security-preview-sso");
    browser.press("Change it");
    browser.expect("Security");
  }

  private static void keepLast(Browser browser, SsoCompany company, Employee ada) {
    browser.open("/organizations/emergency/members/" + member(company, "amara@" + DOMAIN));
    assertThat(browser.text()).contains("A setup mail would end in a password that opens nothing");
    browser.open("/organizations/emergency/members/" + member(company, "grace@" + DOMAIN));
    browser.press("No longer a break-glass owner");
    assertThat(browser.text()).contains("Make break-glass owner");
    browser.open("/organizations/emergency/members/" + member(company, ada.email()));
    browser.press("No longer a break-glass owner");
    assertThat(browser.text()).contains("nobody else would get in if the identity provider failed");
    Inspection.of(browser, "member-last-break-glass");
  }

  /** For a refusal by its reference, and ahead for what would come of sign-ins. */
  private static void look(Browser browser, Trial trial) {
    String reference = new ApiClient(trial.uri())
        .post("/api/auth/login", Map.of("email", "amara@" + DOMAIN, "password", PASSWORD)).json().path("requestId")
        .asText();
    browser.open("/organizations/emergency/audit");
    browser.field("Reference").fill(reference);
    browser.press("Show");
    browser.find(By.cssSelector(".events summary")).click();
    assertThat(browser.text()).contains("The account has a password", reference);
    Inspection.of(browser, "audit-reference");
    browser.open("/organizations/emergency/audit/what-if");
    ask(browser, "amara@" + DOMAIN, "sso");
    assertThat(browser.text()).contains("The organization would open.", "The organization has verified the domain");
    Inspection.of(browser, "what-if-opens");
    ask(browser, "bram@elsewhere.example", "password");
    assertThat(browser.text()).contains("The sign-in would be refused.");
    ask(browser, "stranger@elsewhere.example", "sso");
    assertThat(browser.text()).contains("The sign-in would be refused.", "People get in at their first sign-in");
    Inspection.of(browser, "what-if-stranger");
  }

  private static void ask(Browser browser, String email, String method) {
    browser.field("E-mail address").fill(email);
    browser.find(By.id("method-" + method)).click();
    browser.press("Show what would happen");
  }

  private static void signIn(Browser browser, Employee ada, Authenticator app) {
    browser.open("/sign-in?classic=1");
    new SignInPage(browser).enterAddress(ada.email()).field(SignInPage.PASSWORD).fill(PASSWORD);
    browser.press(SignInPage.SUBMIT);
    browser.expect("Enter your code");
    browser.field(SetUpMfaPage.CODE).fill(app.code(0));
    browser.press("Continue");
    new HomePage(browser);
  }

  /** Afterwards the owner's session by API has shown password and app, too. */
  private static Authenticator enrol(SsoCompany company, Employee ada, OwnDatabase database) {
    ApiClient owner = company.owner();
    Authenticator app = new Authenticator(owner.post("/api/auth/mfa/totp").data().path("secret").asText());
    expectOk(owner.post("/api/auth/mfa/totp/confirm", Map.of("code", app.code(0))));
    forget(database);
    expectOk(owner.post("/api/auth/login", Map.of("email", ada.email(), "password", PASSWORD)));
    expectOk(owner.post("/api/auth/mfa/verify", Map.of("code", app.code(0))));
    forget(database);
    return app;
  }

  /** As if time had passed: no step of the app is used up. */
  private static void forget(OwnDatabase database) {
    database.change("UPDATE totp_authenticator SET last_step = -1");
  }

  private static void add(SsoCompany company, String name, String email, String role) {
    ApiClient.Answer added = company.owner().post(company.path("/members"),
        Map.of("name", name, "email", email, "role", role));
    assertThat(added.status()).as(added.body()).isEqualTo(201);
  }

  private static void expectOk(ApiClient.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static String member(SsoCompany company, String email) {
    return company.member(email).path("id").asText();
  }
}
