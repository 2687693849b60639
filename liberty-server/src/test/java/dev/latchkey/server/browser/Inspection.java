package dev.latchkey.server.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import com.deque.html.axecore.providers.IAxeScriptProvider;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at a page in every look: photographs it, has axe judge it, and sees whether it fits the window. */
final class Inspection {
  private static final IAxeScriptProvider AXE = new EmbeddedResourceAxeProvider();
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final List<String> COLOURS = List.of("color-contrast");

  /** What there is to judge in a look; other looks have seen to the rest. */
  enum Judged { EVERYTHING, COLOURS, WIDTH }

  private Inspection() {}

  /**
   * @param page names its pictures
   * @throws AssertionError if there is something to find
   */
  static void of(Browser browser, String page) {
    List<String> findings = new ArrayList<>();
    for (Look look : Look.CHECKED) {
      browser.appearance().take(look);
      findings(browser, look.judged).forEach(finding -> findings.add(look.label() + finding));
      if (look.judged != Judged.WIDTH) {
        Screenshots.keep(page + "-" + look.label(), browser.appearance().photograph(look));
      }
    }
    publish(browser, page);
    browser.appearance().reset();
    if (!findings.isEmpty()) {
      throw new AssertionError("The page " + page + " is not good enough:\n" + String.join("\n", findings));
    }
  }

  /** Only photographs a page, which isn't ours to judge. */
  static void ofForeign(Browser browser, String page) {
    Screenshots.keep(page, browser.appearance().photograph(Look.WIDE_LIGHT));
    publish(browser, page);
    browser.appearance().reset();
  }

  private static void publish(Browser browser, String page) {
    if (Screenshots.isToBePublished(page)) {
      browser.appearance().take(Look.PUBLISHED);
      Screenshots.publish(page, browser.appearance().photograph(Look.PUBLISHED));
    }
  }

  /** What is wrong with the page as it looks now. */
  static List<String> findings(Browser browser, Judged judged) {
    List<String> findings = new ArrayList<>();
    if (browser.appearance().overflow() > 0) {
      findings.add(": " + browser.appearance().overflow() + " px too wide");
    }
    if (judged != Judged.WIDTH) {
      violations(browser, judged).forEach(rule -> findings.add(": " + describe(rule)));
    }
    return findings;
  }

  // The successor of the legacy mode opens a window for every run, for frames, of which our pages have none.
  @SuppressWarnings("deprecation")
  private static List<Rule> violations(Browser browser, Judged judged) {
    Complaints.in(browser.driver()).check();
    boolean there = Boolean.TRUE.equals(browser.driver().executeScript("return 'axe' in window"));
    AxeRunOptions onlyFaults = new AxeRunOptions();
    onlyFaults.setResultTypes(List.of("violations"));
    AxeBuilder axe = new AxeBuilder().setAxeScriptProvider(there ? () -> ";" : AXE).withOptions(onlyFaults)
        .setLegacyMode(true);
    List<Rule> violations = (judged == Judged.COLOURS ? axe.withOnlyRules(COLOURS) : axe.withTags(RULES))
        .analyze(browser.driver()).getViolations();
    // Axe itself tries an inline style.
    Complaints.in(browser.driver());
    return violations;
  }

  private static String describe(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + rule.getNodes().stream()
        .map(node -> "\n    " + node.getHtml() + "\n    " + node.getFailureSummary()).collect(Collectors.joining());
  }
}
