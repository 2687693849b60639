package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.Authenticator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The whole way of the second factor: set up after signing up, shown at sign-in, lost, renewed and removed. */
@BrowserTest
class SecondFactorIT {
  private static final String CODE = SetUpMfaPage.CODE;

  @Test
  void a_person_sets_it_up_signs_in_with_it_and_removes_it(Browser browser, Trial trial) {
    Person person = Person.anybody();
    signUp(browser, trial, person);
    SetUpMfaPage setUp = new SetUpMfaPage(browser);
    assertThat(browser.text()).contains("Your account is ready.");
    Inspection.of(browser, "set-up-mfa");
    Authenticator app = setUp.app();
    setUp.enter("123");
    Inspection.of(browser, "set-up-mfa-wrong");
    assertThat(new SetUpMfaPage(browser).app().code(0)).as("the same key again").isEqualTo(app.code(0));
    Authenticator.awaitRoom(10);
    setUp.enter(app.code(-1));
    browser.expect("Save your recovery codes");
    Inspection.of(browser, "recovery-codes");
    List<String> codes = browser.driver().findElements(By.cssSelector(".codes code")).stream()
        .map(WebElement::getText).toList();
    assertThat(codes).hasSize(10);
    browser.follow("I’ve saved them, continue");

    SignInPage signIn = new HomePage(browser).signOut();
    signIn.enterAddress(person.email()).field(SignInPage.PASSWORD).fill(person.password());
    browser.press(SignInPage.SUBMIT);
    browser.expect("Enter your code");
    Inspection.of(browser, "mfa");
    browser.open("/account/mfa");
    browser.expect("Enter your code");
    browser.field(CODE).fill(app.wrongCode());
    browser.press("Continue");
    browser.expect("Enter your code");
    Inspection.of(browser, "mfa-wrong");
    browser.follow("I don’t have my app: use a recovery code");
    Inspection.of(browser, "mfa-recovery");
    browser.field("Recovery code").fill(codes.getFirst().replace("-", " "));
    browser.press("Continue");
    browser.expect("Second factor");
    assertThat(browser.text()).contains("9 not used yet");
    Inspection.of(browser, "account-mfa");

    browser.follow("Remove…");
    browser.expect("Remove your second factor?");
    Inspection.of(browser, "remove-mfa");
    browser.press("Remove second factor");
    browser.expect("Second factor");
    assertThat(browser.text()).contains("Your second factor is removed.", "No second factor yet");
    Inspection.of(browser, "account-mfa-none");
    browser.open("/reauthenticate?returnTo=%2Faccount%2Fmfa");
    browser.expect("Confirm it’s you");
    Inspection.of(browser, "reauthenticate");
    browser.field(SignInPage.PASSWORD).fill(person.password());
    browser.press("Continue");
    browser.expect("Second factor");
  }

  @Test
  void recovery_codes_can_be_kept_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    signUp(browser, trial, Person.anybody());
    SetUpMfaPage setUp = new SetUpMfaPage(browser);
    Authenticator.awaitRoom(10);
    setUp.enter(setUp.app().code(0));
    browser.expect("Save your recovery codes");
    assertThat(browser.find(By.linkText("Download")).getDomAttribute("download")).isEqualTo("recovery-codes.txt");
    assertThat(browser.has(By.cssSelector("[data-copy]"))).as("a button that would do nothing").isFalse();
  }

  private static void signUp(Browser browser, Trial trial, Person person) {
    VerifyEmailPage verify = SignUpPage.open(browser).fill(person).submit();
    verify.code().fill(trial.codeFor(person));
    browser.press(VerifyEmailPage.SUBMIT);
  }
}
