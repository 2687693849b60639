package dev.latchkey.server.browser;

import java.util.List;
import java.util.regex.Pattern;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What the browser wrote to its console: broken policies, failing scripts, files that are missing. */
record Complaints(List<String> lines) {
  /** Also said of a page that is shown with a status of its own, which is as it should be. */
  private static final Pattern REFUSED_PAGE =
      Pattern.compile("http://localhost:\\d+/(?!static/|webjars/)\\S* - Failed to load resource: .* status of \\d+ .*");

  /** About the pages of an identity provider, which aren't ours. */
  private static final Pattern PAGE_OF_PROVIDER = Pattern.compile("http://localhost:\\d+/realms/\\S* - .*");

  /** Those since the last time. */
  static Complaints in(WebDriver driver) {
    return new Complaints(driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage)
        .filter(line -> !REFUSED_PAGE.matcher(line).matches() && !PAGE_OF_PROVIDER.matcher(line).matches()).toList());
  }

  void check() {
    if (!lines.isEmpty()) {
      throw new AssertionError("The browser complains:\n" + String.join("\n", lines));
    }
  }
}
