package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.browser.Inspection.Judged;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Everything can be done without a mouse, and one always sees where one is. */
@BrowserTest
class KeyboardIT {
  @Test
  void a_person_signs_up_out_and_in_with_the_keyboard_alone(Browser browser, Trial trial) {
    Keyboard keyboard = browser.keyboard();
    Person person = Person.anybody();
    SignUpPage.open(browser).field(SignUpPage.NAME).awaitFocus();
    keyboard.type(person.name(), Keys.TAB, person.email(), Keys.TAB);
    keyboard.type(person.organization(), Keys.TAB, person.password());
    browser.leave(() -> keyboard.type(Keys.ENTER));

    new VerifyEmailPage(browser).code().awaitFocus();
    keyboard.type(trial.codeFor(person));
    browser.leave(() -> keyboard.type(Keys.ENTER));

    new SetUpMfaPage(browser).skip();
    keyboard.tabTo("Sign out");
    browser.leave(() -> keyboard.type(Keys.ENTER));

    new SignInPage(browser).field(SignInPage.EMAIL).awaitFocus();
    keyboard.type(person.email());
    browser.leave(() -> keyboard.type(Keys.ENTER));
    new SignInPage(browser).field(SignInPage.PASSWORD).awaitFocus();
    keyboard.type(person.password());
    browser.leave(() -> keyboard.type(Keys.ENTER));
    new HomePage(browser);
  }

  @Test
  void somebody_who_was_added_sets_up_their_sign_in_with_the_keyboard_alone(Browser browser, Trial trial) {
    Keyboard keyboard = browser.keyboard();
    Person added = Person.anybody();
    browser.open(trial.setupLinkFor(added));
    browser.expect("Set your password");
    browser.field("Password").awaitFocus();
    assertThat(keyboard.stops()).containsExactly("Skip to content", "Your e-mail address", "Password", "Show password",
        "Continue");
    keyboard.tabTo("Password");
    keyboard.type(added.password());
    browser.leave(() -> keyboard.type(Keys.ENTER));

    browser.expect("Confirm Your Account");
    browser.field("Code from the e-mail").awaitFocus();
    assertThat(keyboard.stops()).containsExactly("Skip to content", "Code from the e-mail", "Confirm account",
        "Open the trial mailbox (new tab)", "Send a new code");
    keyboard.tabTo("Code from the e-mail");
    keyboard.type(trial.mailTo(added, "Confirm your account at Latchkey").code());
    browser.leave(() -> keyboard.type(Keys.ENTER));

    browser.expect("Set up your authenticator app");
    keyboard.tabTo("No thanks, I’ll set it up later");
    browser.leave(() -> keyboard.type(Keys.ENTER));

    browser.expect("Your Single Sign-On is now active");
    keyboard.tabTo("Go to Latchkey");
    browser.leave(() -> keyboard.type(Keys.ENTER));
    new HomePage(browser);
  }

  @Test
  void tab_goes_through_the_page_from_top_to_bottom(Browser browser, Trial trial) {
    Keyboard keyboard = browser.keyboard();
    SignUpPage.open(browser);
    assertThat(keyboard.stops()).containsExactly("Skip to content", SignUpPage.NAME, SignUpPage.EMAIL,
        SignUpPage.ORGANIZATION, SignUpPage.PASSWORD, "Show password", SignUpPage.SUBMIT,
        "Continue with Google", "Continue with Microsoft", "Sign in");

    Person person = trial.signUp(Person.anybody());
    SignInPage signIn = SignInPage.open(browser).enterAddress(person.email());
    assertThat(keyboard.stops()).containsExactly("Skip to content", SignInPage.EMAIL, "Change e-mail address",
        SignInPage.PASSWORD, "Show password", "Forgot your password?", SignInPage.SUBMIT,
        "Continue with Google", "Continue with Microsoft", "E-mail me a link to sign in");

    signIn.enterPassword(person.password());
    assertThat(keyboard.stops()).containsExactly("Skip to content", "Latchkey", "Home", "Trial mailbox", "Profile",
        "Password", "Second factor", "Passkeys", "Linked identities", "Sessions", "API keys",
        "Setup Latchkey Single Sign-on", "Sign out",
        person.organization());
  }

  @Test
  void the_skip_link_leads_past_the_navigation(Browser browser) {
    Keyboard keyboard = browser.keyboard();
    MailboxPage.open(browser);
    keyboard.type(Keys.TAB);
    assertThat(keyboard.focused().getText()).isEqualTo("Skip to content");
    assertThat(keyboard.focused().getRect().y).as("visible").isNotNegative();

    keyboard.type(Keys.ENTER, Keys.TAB);
    assertThat(browser.find(By.tagName("main")).findElements(By.tagName("a"))).contains(keyboard.focused());
  }

  @Test
  void the_focus_lands_on_the_field_that_is_wrong(Browser browser) {
    SignUpPage signUp = SignUpPage.open(browser).fill(Person.anybody().withPassword("too short")).submitInVain();
    signUp.field(SignUpPage.PASSWORD).awaitFocus();
  }

  @Test
  void the_focus_lands_on_a_summary_that_leads_to_each_field_where_several_are_wrong(Browser browser) {
    Keyboard keyboard = browser.keyboard();
    SignUpPage signUp = SignUpPage.open(browser).submitInVain();
    browser.await("the focus on the summary",
        page -> keyboard.focused().getText().startsWith("3 things need your attention:"));
    assertThat(keyboard.showsFocus()).isTrue();

    keyboard.type(Keys.TAB);
    assertThat(keyboard.focused().getText()).isEqualTo("Enter your name.");
    keyboard.type(Keys.TAB, Keys.ENTER);
    signUp.field(SignUpPage.EMAIL).awaitFocus();
  }

  @Test
  void a_password_can_be_looked_at(Browser browser) {
    Keyboard keyboard = browser.keyboard();
    Input password = SignUpPage.open(browser).field(SignUpPage.PASSWORD).fill("seven quiet lamps");
    keyboard.type(Keys.TAB, Keys.SPACE);
    assertThat(password.element().getDomProperty("type")).isEqualTo("text");
    keyboard.type(Keys.SPACE);
    assertThat(password.element().getDomProperty("type")).isEqualTo("password");
  }

  @Test
  void the_menu_of_a_phone_opens_and_gives_the_focus_back(Browser browser, Trial trial) {
    Keyboard keyboard = browser.keyboard();
    browser.appearance().take(Look.PHONE_LIGHT);
    SignInPage.open(browser).signIn(trial.signUp(Person.anybody()));
    keyboard.tabTo("Menu");
    keyboard.type(Keys.ENTER);
    assertThat(browser.has(By.cssSelector(".sidebar nav"))).isTrue();
    assertThat(Inspection.findings(browser, Judged.EVERYTHING)).isEmpty();
    Screenshots.keep("menu-phone-light", browser.appearance().photograph(Look.PHONE_LIGHT));

    keyboard.type(Keys.ESCAPE);
    assertThat(browser.has(By.cssSelector(".sidebar nav"))).isFalse();
    assertThat(keyboard.focused().getAccessibleName()).isEqualTo("Menu");
  }
}
