package dev.latchkey.adapter.web.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why a request is not done, before it is decided how that is shown.
 *
 * @param message one sentence that may be shown to whoever asked
 * @param errors what is wrong with which field, if that is the reason
 * @param retryAfter when trying again may help
 * @param redirect the path where the missing step is done
 * @param allow the methods that would be taken, for a method that is not
 */
public record Refusal(Code code, String message, List<FieldError> errors, Optional<Duration> retryAfter,
    Optional<String> redirect, List<String> allow) {
  public Refusal {
    errors = List.copyOf(errors);
    allow = List.copyOf(allow);
  }

  public static Refusal of(Code code, String message) {
    return new Refusal(code, message, List.of(), Optional.empty(), Optional.empty(), List.of());
  }

  /** Fields that break a rule, all of them. */
  public static Refusal invalid(List<FieldError> errors) {
    return of(Code.VALIDATION_FAILED, "Please correct what errors names.").with(errors);
  }

  public static Refusal notFound() {
    return of(Code.NOT_FOUND, "There is nothing here, or it isn't yours to see.");
  }

  public static Refusal tooManyRequests(String message, Duration retryAfter) {
    return of(Code.TOO_MANY_REQUESTS, message).retryAfter(retryAfter);
  }

  public Refusal with(List<FieldError> fieldErrors) {
    return new Refusal(code, message, fieldErrors, retryAfter, redirect, allow);
  }

  public Refusal retryAfter(Duration pause) {
    return new Refusal(code, message, errors, Optional.of(pause), redirect, allow);
  }

  public Refusal redirectTo(String path) {
    return new Refusal(code, message, errors, retryAfter, Optional.of(path), allow);
  }

  public Refusal allowing(List<String> methods) {
    return new Refusal(code, message, errors, retryAfter, redirect, methods);
  }
}
