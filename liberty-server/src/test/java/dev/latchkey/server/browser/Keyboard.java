package dev.latchkey.server.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** A window without a mouse: whatever has the focus gets what is typed. */
final class Keyboard {
  private final ChromeDriver driver;

  Keyboard(ChromeDriver driver) {
    this.driver = driver;
  }

  void type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  void paste(String text) {
    driver.executeCdpCommand("Input.insertText", Map.of("text", text));
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Whether one sees where the focus is: an outline, or a lit frame around a field. */
  boolean showsFocus() {
    return Boolean.TRUE.equals(driver.executeScript("""
        const focused = document.activeElement;
        const style = getComputedStyle(focused);
        const frame = focused.closest(".control");
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
            || frame !== null && getComputedStyle(frame).boxShadow !== "none";"""));
  }

  /** What Tab comes to, from the beginning of the page to its end, by the names that are read out. */
  List<String> stops() {
    List<String> stops = new ArrayList<>();
    startAgain();
    for (type(Keys.TAB); !focused().getTagName().equals("body"); type(Keys.TAB)) {
      stops.add(focused().getAccessibleName() + (showsFocus() ? "" : " (invisible focus)"));
    }
    return stops;
  }

  /** Goes on with Tab until something has the focus. */
  void tabTo(String name) {
    List<String> stops = stops();
    if (!stops.contains(name)) {
      throw new AssertionError(name + " is not among " + stops);
    }
    startAgain();
    while (!focused().getAccessibleName().equals(name)) {
      type(Keys.TAB);
    }
  }

  private void startAgain() {
    driver.executeScript(
        "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')");
  }
}
