package dev.latchkey.server.browser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;

/** {@code /dev/mail}, where a trial keeps its mails, and one of them. */
record MailboxPage(Browser browser) {
  private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

  MailboxPage {
    browser.expect("Trial mailbox");
  }

  static MailboxPage open(Browser browser) {
    browser.open("/dev/mail");
    return new MailboxPage(browser);
  }

  /** Looks again until the newest mail to somebody is there, and opens it. */
  MailboxPage read(Person person) {
    By newest = By.xpath("//tr[td[normalize-space()='" + person.email() + "']][1]//a");
    browser.await("a mail to " + person.email(), page -> {
      if (page.findElements(newest).isEmpty()) {
        page.navigate().refresh();
        return false;
      }
      return true;
    });
    browser.leave(() -> browser.find(newest).click());
    return this;
  }

  /** The code in the mail that is open. */
  String code() {
    Matcher code = CODE.matcher(browser.find(By.className("letter")).getText());
    if (!code.find()) {
      throw new AssertionError("There is no code in\n" + browser.text());
    }
    return code.group();
  }
}
