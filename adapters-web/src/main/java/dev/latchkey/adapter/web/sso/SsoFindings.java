package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.domain.sso.SsoProblem;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a test of an identity provider found, in sentences: what is wrong, what was seen, and what to do. */
public final class SsoFindings {
  private SsoFindings() {}

  static List<Finding> of(List<SsoProblem> problems, Messages messages) {
    return problems.stream().map(problem -> of(problem, messages)).toList();
  }

  /** They make us call others, so there are only so many. */
  static Refusal tooManyTests(Duration retryAfter) {
    return Refusal.tooManyRequests("It was tried many times lately. Please wait before you try it again.", retryAfter);
  }

  private static Finding of(SsoProblem problem, Messages messages) {
    String fault = problem.fault().name();
    String key = Stream.of("ssoFault." + fault).filter(messages::has).findFirst().orElse("ssoFault.other");
    String message = messages.text(key);
    return new Finding(fault, problem.detail().isBlank() ? message : message + " " + problem.detail(),
        messages.text(key + ".todo"));
  }

  /** @param action what to do about it */
  public record Finding(String code, String message, String action) {}
}
