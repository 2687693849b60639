package dev.latchkey.server.browser;

import dev.latchkey.server.e2e.Remains;
import dev.latchkey.server.e2e.Shared;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.OutputType;

/** Starts one server and at most two browsers for all tests of a run, and cleans up between the tests. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  private static final String WITH_JAVASCRIPT = "browser";
  private static final String WITHOUT_JAVASCRIPT = "browser without JavaScript";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.isInstalled()) {
      return ConditionEvaluationResult.enabled("Chromium is installed");
    }
    String missing = "chromium and chromedriver are not on the PATH: NOTHING WAS TRIED IN A BROWSER";
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(missing);
    }
    System.getLogger(BrowserTest.class.getName()).log(Level.WARNING, missing);
    return ConditionEvaluationResult.disabled(missing);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Browser.class || type == Trial.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Trial trial = Shared.get(Trial.class, Trial.class, Trial::start);
    if (parameter.getParameter().getType() == Trial.class) {
      return trial;
    }
    boolean javaScript = !parameter.isAnnotated(WithoutJavaScript.class);
    String key = javaScript ? WITH_JAVASCRIPT : WITHOUT_JAVASCRIPT;
    return Shared.get(key, Browser.class, () -> new Browser(Chromium.start(javaScript), trial.uri()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<Browser> browsers = Stream.of(WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT)
        .flatMap(key -> Shared.ifStarted(key, Browser.class).stream()).toList();
    if (context.getExecutionException().isPresent()) {
      Remains.keep();
      browsers.forEach(browser -> Screenshots.keep(
          "failed-" + context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName(),
          browser.driver().getScreenshotAs(OutputType.BYTES)));
    }
    browsers.forEach(Browser::finish);
  }
}
