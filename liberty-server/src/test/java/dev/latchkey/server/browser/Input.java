package dev.latchkey.server.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A field of a form. */
record Input(Browser browser, WebElement element) {

  Input fill(String text) {
    element.clear();
    element.sendKeys(text);
    return this;
  }

  String value() {
    return String.valueOf(element.getDomProperty("value"));
  }

  /** What is said to be wrong with it; empty if nothing. */
  String problem() {
    boolean wrong = "true".equals(element.getDomAttribute("aria-invalid"));
    return wrong ? browser.find(By.id(element.getDomAttribute("id") + "-error")).getText() : "";
  }

  /** Waits until it has the focus, which browsers give it a little after a page is there. */
  Input awaitFocus() {
    browser.await("the focus on " + element.getAccessibleName(),
        page -> element.equals(browser.keyboard().focused()));
    return this;
  }
}
