package dev.latchkey.server.browser;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One window, used the way people do: by what is written on the page. */
final class Browser implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final URI server;
  private final Appearance appearance;
  private final Keyboard keyboard;

  Browser(ChromeDriver driver, URI server) {
    this.driver = driver;
    this.server = server;
    this.appearance = new Appearance(driver);
    this.keyboard = new Keyboard(driver);
    appearance.reset();
  }

  /** Opens one of the server's pages, or any other address. */
  void open(String address) {
    driver.get(server.resolve(address).toString());
  }

  /** Shows a page that no server sends. */
  void show(String html) {
    driver.get("data:text/html;charset=utf-8;base64,"
        + Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8)));
  }

  /** Where it is, without the server's own name. */
  String path() {
    return server.relativize(URI.create(driver.getCurrentUrl())).toString().replaceFirst("^(?!/)", "/");
  }

  String title() {
    return driver.getTitle();
  }

  /** Waits for the page with this heading. */
  void expect(String heading) {
    await("the page \"" + heading + "\"", page -> page.findElement(By.tagName("h1")).getText().equals(heading));
  }

  /** Everything that can be read on the page. */
  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  boolean has(By what) {
    return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
  }

  WebElement find(By what) {
    return driver.findElement(what);
  }

  /** The field with this label. */
  Input field(String label) {
    WebElement labelled = find(By.xpath("//label[normalize-space()='" + label + "']"));
    return new Input(this, find(By.id(String.valueOf(labelled.getDomAttribute("for")))));
  }

  /** Presses a button that leads to another page, or to this one again. */
  void press(String button) {
    leave(() -> find(By.xpath("//button[normalize-space()='" + button + "']")).click());
  }

  /** Follows a link in this window. */
  void follow(String link) {
    leave(() -> find(By.linkText(link)).click());
  }

  /** Follows a link to a new window, and goes there. */
  void followToNewWindow(String link) {
    int windows = driver.getWindowHandles().size();
    find(By.linkText(link)).click();
    await("a new window", page -> page.getWindowHandles().size() > windows);
    driver.switchTo().window(List.copyOf(driver.getWindowHandles()).getLast());
  }

  /** Closes this window and goes back to the first. */
  void closeWindow() {
    driver.close();
    driver.switchTo().window(driver.getWindowHandles().iterator().next());
  }

  /** Does something that leaves this page, and waits until it is gone. */
  void leave(Runnable action) {
    WebElement page = find(By.tagName("html"));
    action.run();
    await("another page", ignored -> ExpectedConditions.stalenessOf(page).apply(driver));
  }

  /** Sends a header with every request from now on, until the test is over. */
  void sendHeader(String name, String value) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of(name, value)));
  }

  /** Waits until a condition of the page is true; a page that is just being replaced doesn't count. */
  void await(String what, Function<WebDriver, Boolean> condition) {
    new WebDriverWait(driver, LONGEST_WAIT, Duration.ofMillis(30))
        .ignoring(WebDriverException.class)
        .withMessage(() -> "waiting for " + what + " at " + path() + ", which says:\n" + text())
        .until(condition);
  }

  ChromeDriver driver() {
    return driver;
  }

  Keyboard keyboard() {
    return keyboard;
  }

  Appearance appearance() {
    return appearance;
  }

  /** Makes it as good as new for the next test; fails if a page did what it mustn't. */
  void finish() {
    while (driver.getWindowHandles().size() > 1) {
      closeWindow();
    }
    try {
      Complaints.in(driver).check();
    } finally {
      driver.get("about:blank");
      driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
      driver.executeCdpCommand("Network.disable", Map.of());
      appearance.reset();
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
