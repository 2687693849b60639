package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.ApiClient;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** What people see when something doesn't work: what happened, what to do, and what they had typed. */
@BrowserTest
class RefusalsIT {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      seven lamps       | This password is too short.
      password123456789 | This is a common password, or close to one.
      """)
  void a_weak_password_is_refused_and_everything_else_stays(String password, String problem, Browser browser) {
    Person person = Person.anybody().withPassword(password);
    SignUpPage signUp = SignUpPage.open(browser).fill(person).submitInVain();

    assertThat(signUp.field(SignUpPage.PASSWORD).problem()).contains(problem);
    assertThat(signUp.field(SignUpPage.PASSWORD).value()).isEmpty();
    assertThat(signUp.field(SignUpPage.NAME).value()).isEqualTo(person.name());
    assertThat(signUp.field(SignUpPage.EMAIL).value()).isEqualTo(person.email());
    assertThat(signUp.field(SignUpPage.ORGANIZATION).value()).isEqualTo(person.organization());
    assertThat(browser.title()).startsWith("Error: ");
  }

  @Test
  void signing_up_with_an_address_that_has_an_account_looks_the_same(Browser browser, Trial trial) {
    Person person = trial.signUp(Person.anybody());
    SignUpPage.open(browser).fill(person).submit();
    assertThat(browser.text()).contains("We sent an 8-digit code to " + person.email());

    assertThat(trial.mailTo(person, "You already have an account at Latchkey").text()).contains("nothing was changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"known", "unknown"})
  void a_wrong_password_says_no_more_than_that(String kind, Browser browser, Trial trial) {
    Person person = kind.equals("known") ? trial.signUp(Person.anybody()) : Person.anybody();
    SignInPage signIn = SignInPage.open(browser).enterAddress(person.email()).enterPasswordInVain("not my password");

    assertThat(signIn.problem())
        .isEqualTo("The e-mail address or the password isn’t right. Check both and try again.");
    assertThat(signIn.field(SignInPage.EMAIL).value()).isEqualTo(person.email());
    assertThat(signIn.field(SignInPage.PASSWORD).value()).isEmpty();
    signIn.field(SignInPage.PASSWORD).awaitFocus();
  }

  @Test
  void after_many_wrong_passwords_one_has_to_wait(Browser browser, Trial trial) {
    Person person = trial.signUp(Person.anybody());
    ApiClient guesser = new ApiClient(trial.uri());
    IntStream.range(0, 5).forEach(
        guess -> guesser.post("/api/auth/login", Map.of("email", person.email(), "password", "guess " + guess)));

    SignInPage signIn = SignInPage.open(browser).enterAddress(person.email());
    // The first waits are shorter than a page may take.
    for (int tries = 0; tries < 5 && !signIn.problem().startsWith("Too many"); tries++) {
      signIn.enterPasswordInVain("not my password");
    }
    assertThat(signIn.problem()).startsWith("Too many tries for this account. Try again in");
    Inspection.of(browser, "sign-in-too-many-tries");
  }

  @Test
  void a_link_leads_back_to_the_address(Browser browser) {
    SignInPage signIn = SignInPage.open(browser).enterAddress("mistyped@harbour.example");
    browser.leave(() -> browser.find(By.partialLinkText("Change")).click());
    signIn.field(SignInPage.EMAIL).awaitFocus();
    browser.press(SignInPage.CONTINUE);
    assertThat(signIn.field(SignInPage.EMAIL).problem()).isEqualTo("Enter your e-mail address.");
  }

  @Test
  void who_is_signed_in_already_is_led_home(Browser browser, Trial trial) {
    SignInPage.open(browser).signIn(trial.signUp(Person.anybody()));
    browser.open("/sign-in");
    new HomePage(browser);
    browser.open("/sign-up");
    new HomePage(browser);
  }
}
