package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The whole way of a newcomer: sign up, confirm the address, sign out, and sign in again. */
@BrowserTest
class JourneyIT {
  @Test
  void a_person_signs_up_confirms_the_address_signs_out_and_in_again(Browser browser) {
    signUpAndSignInAgain(browser);
  }

  @Test
  void all_of_it_works_without_javascript(@WithoutJavaScript Browser browser) {
    browser.open("/sign-up");
    assertThat(browser.has(By.cssSelector("[data-reveal]"))).as("a button that would do nothing").isFalse();

    signUpAndSignInAgain(browser);
  }

  private static void signUpAndSignInAgain(Browser browser) {
    Person person = Person.anybody();
    browser.open("/");
    new SignInPage(browser);
    browser.follow("Create an account");
    VerifyEmailPage verify = new SignUpPage(browser).fill(person).submit();
    assertThat(browser.text()).contains("We sent an 8-digit code to " + person.email());

    String code = verify.openMailbox().read(person).code();
    browser.closeWindow();
    HomePage home = verify.enter(code);
    assertThat(browser.path()).startsWith("/?");
    assertThat(browser.text()).contains("Your account is ready.", "Welcome, " + person.name() + ".",
        person.organization(), "Owner", person.email());

    SignInPage signIn = home.signOut();
    assertThat(browser.text()).contains("You’re signed out.");
    browser.open("/");
    new SignInPage(browser);

    signIn.enterAddress(person.email());
    assertThat(signIn.field(SignInPage.EMAIL).value()).isEqualTo(person.email());
    signIn.enterPassword(person.password());
    assertThat(browser.path()).isEqualTo("/");
    assertThat(browser.text()).contains("Welcome, " + person.name() + ".");
  }
}
