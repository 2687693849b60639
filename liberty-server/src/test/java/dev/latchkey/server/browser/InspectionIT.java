package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.server.browser.Inspection.Judged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What watches over the pages sees something when there is something to see. */
@BrowserTest
class InspectionIT {
  @BeforeEach
  void open(Browser browser) {
    SignUpPage.open(browser);
    assertThat(Inspection.findings(browser, Judged.EVERYTHING)).isEmpty();
    Complaints.in(browser.driver()).check();
  }

  @Test
  void axe_finds_a_field_without_a_label(Browser browser) {
    browser.driver().executeScript("document.querySelector('label').remove()");
    assertThat(Inspection.findings(browser, Judged.EVERYTHING)).singleElement().asString().startsWith(": label: ");
  }

  @Test
  void a_page_that_is_too_wide_is_noticed(Browser browser) {
    browser.driver().executeScript("document.querySelector('main').style.width = '2000px'");
    assertThat(Inspection.findings(browser, Judged.WIDTH)).singleElement().asString().endsWith(" px too wide");
  }

  @Test
  void a_broken_content_policy_is_noticed(Browser browser) {
    browser.driver().executeScript("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">no</p>')");
    Complaints complaints = Complaints.in(browser.driver());
    assertThatThrownBy(complaints::check).isInstanceOf(AssertionError.class)
        .hasMessageContaining("Content Security Policy");
  }
}
