package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.ApiClient;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** Pages that say why there is nothing to see, what to do next, and which request it was. */
@BrowserTest
class ErrorPagesIT {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      /no/such/page   | Page not found
      /sign-out       | That doesn’t work here
      /verify-email   | We can’t read that request
      """)
  void an_address_that_leads_nowhere_says_so(String address, String heading, Browser browser) {
    browser.open(address);
    browser.expect(heading);
    assertThat(requestId(browser)).hasSizeGreaterThan(15);
    Inspection.of(browser, "error" + address.replace('/', '-'));
    browser.follow("Go to sign-in");
    new SignInPage(browser);
  }

  @Test
  void a_foreign_page_can_do_nothing_with_our_cookies(Browser browser, Trial trial) {
    SignInPage.open(browser).signIn(trial.signUp(Person.anybody()));
    browser.show("<h1>Free lamps</h1><form method=post action='%s'><button>Win</button></form>"
        .formatted(trial.uri().resolve("/sign-out")));
    browser.press("Win");
    browser.expect("Access denied");
    assertThat(browser.text()).contains("This was sent by a page that isn’t part of " + trial.uri())
        .doesNotContain("change your role");
    requestId(browser);
    Inspection.of(browser, "error-cross-site");

    browser.open("/");
    new HomePage(browser);
  }

  @Test
  void a_network_that_tries_too_often_has_to_wait(Browser browser, Trial trial) {
    String network = "203.0.113.7";
    ApiClient flood = new ApiClient(trial.uri()).header("X-Forwarded-For", network);
    IntStream.range(0, Trial.ADDRESS_LIMIT).forEach(
        guess -> flood.post("/api/auth/login", Map.of("email", "ada@harbour.example", "password", "guess " + guess)));

    SignInPage signIn = SignInPage.open(browser);
    browser.sendHeader("X-Forwarded-For", network);
    signIn.field(SignInPage.EMAIL).fill("ada@harbour.example");
    browser.press(SignInPage.CONTINUE);
    browser.expect("Too many tries");
    assertThat(browser.text()).contains("Try again in");
    requestId(browser);
    Inspection.of(browser, "error-too-many-tries");
  }

  @Test
  void the_request_id_can_be_copied(Browser browser) {
    browser.open("/no/such/page");
    browser.find(By.cssSelector("[data-copy]")).click();
    browser.await("the confirmation", page -> page.findElement(By.cssSelector(".copy [role=status]")).getText()
        .equals("Copied"));
  }

  private static String requestId(Browser browser) {
    return browser.find(By.cssSelector(".copy code")).getText();
  }
}
