package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.Authenticator;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** The whole way of a passkey: added, used to sign in and to prove again who one is, removed. */
@BrowserTest
class PasskeyIT {
  private static final String SIGN_IN = "Sign in with a passkey";
  private static final String INSTEAD = "Use a passkey instead";

  private Optional<VirtualAuthenticator> plugged = Optional.empty();

  /** The browser is everybody's. */
  @AfterEach
  void unplug(Browser browser) {
    plugged.ifPresent(browser.driver()::removeVirtualAuthenticator);
  }

  @Test
  void a_person_adds_one_signs_in_with_it_and_removes_it(Browser browser, Trial trial) {
    VirtualAuthenticator authenticator = plugIn(browser);
    Person person = trial.signUp(Person.anybody());
    SignInPage.open(browser).signIn(person);
    browser.open("/account/passkeys");
    browser.expect("Passkeys");
    assertThat(browser.text()).contains("No passkey yet");
    Inspection.of(browser, "passkeys-none");
    browser.field("What do you call it?").fill("My laptop");
    browser.press("Add passkey");
    browser.expect("Passkeys");
    assertThat(browser.text()).contains("The passkey is added.", "My laptop", "Not yet");
    assertThat(authenticator.getCredentials()).hasSize(1);
    Inspection.of(browser, "passkeys");

    browser.open("/");
    new HomePage(browser).signOut();
    Inspection.of(browser, "sign-in-with-passkey");
    browser.press(SIGN_IN);
    new HomePage(browser);
    browser.open("/account/passkeys");
    assertThat(browser.find(By.tagName("table")).getText()).contains("just now").doesNotContain("Not yet");

    browser.open("/reauthenticate?returnTo=%2Faccount%2Fpasskeys");
    browser.expect("Confirm it’s you");
    Inspection.of(browser, "reauthenticate-with-passkey");
    browser.press(INSTEAD);
    browser.expect("Passkeys");

    browser.find(By.partialLinkText("Remove…")).click();
    browser.expect("Remove My laptop?");
    Inspection.of(browser, "remove-passkey");
    browser.press("Remove passkey");
    browser.expect("Passkeys");
    assertThat(browser.text()).contains("The passkey is removed.", "No passkey yet");

    browser.open("/");
    new HomePage(browser).signOut();
    browser.find(By.xpath("//button[normalize-space()='" + SIGN_IN + "']")).click();
    browser.await("the refusal", page -> browser.text().contains("This passkey doesn’t fit here."));
    Inspection.of(browser, "sign-in-with-passkey-refused");
  }

  @Test
  void it_takes_the_place_of_a_code_where_one_is_asked_for(Browser browser, Trial trial) {
    plugIn(browser);
    Person person = trial.signUp(Person.anybody());
    SignInPage.open(browser).signIn(person);
    browser.open("/setup-mfa");
    SetUpMfaPage setUp = new SetUpMfaPage(browser);
    Authenticator.awaitRoom(10);
    setUp.enter(setUp.app().code(0));
    browser.expect("Save your recovery codes");
    browser.open("/account/passkeys");
    browser.press("Add passkey");
    browser.expect("Passkeys");

    browser.open("/");
    SignInPage signIn = new HomePage(browser).signOut();
    signIn.enterAddress(person.email()).field(SignInPage.PASSWORD).fill(person.password());
    browser.press(SignInPage.SUBMIT);
    browser.expect("Enter your code");
    Inspection.of(browser, "mfa-with-passkey");
    browser.press(INSTEAD);
    new HomePage(browser);
  }

  @Test
  void a_device_that_holds_one_already_is_told_apart(Browser browser, Trial trial) {
    VirtualAuthenticator authenticator = plugIn(browser);
    SignInPage.open(browser).signIn(trial.signUp(Person.anybody()));
    browser.open("/account/passkeys");
    browser.press("Add passkey");
    browser.expect("Passkeys");
    browser.find(By.xpath("//button[normalize-space()='Add passkey']")).click();
    browser.await("what the browser said", page -> browser.text().contains("No passkey was added."));
    Inspection.of(browser, "passkeys-not-added");
    assertThat(authenticator.getCredentials()).hasSize(1);
  }

  @Test
  void nothing_is_offered_that_needs_scripts_where_there_are_none(@WithoutJavaScript Browser browser, Trial trial) {
    Person person = trial.signUp(Person.anybody());
    SignInPage signIn = SignInPage.open(browser);
    assertThat(browser.text()).doesNotContain(SIGN_IN);
    signIn.signIn(person);
    browser.open("/account/passkeys");
    assertThat(browser.text()).contains("This browser can’t make passkeys").doesNotContain("Add passkey");
  }

  private VirtualAuthenticator plugIn(Browser browser) {
    browser.open("/sign-in");
    VirtualAuthenticator authenticator = browser.driver().addVirtualAuthenticator(new VirtualAuthenticatorOptions()
        .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
        .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL).setHasResidentKey(true)
        .setHasUserVerification(true).setIsUserVerified(true));
    plugged = Optional.of(authenticator);
    return authenticator;
  }
}
