package dev.latchkey.server.browser;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** The window's size, scale and colours. */
final class Appearance {
  private static final int MOST_PUBLISHED = 1_000;

  private final ChromeDriver driver;

  Appearance(ChromeDriver driver) {
    this.driver = driver;
  }

  void reset() {
    take(Look.WIDE_LIGHT);
  }

  void take(Look look) {
    size(look, look.height);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(
        Map.of("name", "prefers-color-scheme", "value", look.dark ? "dark" : "light"),
        // Nothing is looked at while it is still on its way.
        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** The whole page, also what lies below the window's edge; of what is published no more than fits a page. */
  byte[] photograph(Look look) {
    int height = Math.toIntExact(Math.max(look.height, number("document.documentElement.scrollHeight")));
    size(look, look == Look.PUBLISHED ? Math.min(height, MOST_PUBLISHED) : height);
    Object png = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "optimizeForSpeed", true))
        .get("data");
    return Base64.getDecoder().decode(String.valueOf(png));
  }

  /** How far the page can be scrolled sideways. */
  long overflow() {
    return number("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  private long number(String script) {
    return driver.executeScript("return " + script) instanceof Number number ? number.longValue() : 0;
  }

  private void size(Look look, int height) {
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of(
        "width", look.width, "height", height, "deviceScaleFactor", look.scale, "mobile", look.phone));
  }
}
