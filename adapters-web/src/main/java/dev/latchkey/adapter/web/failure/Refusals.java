package dev.latchkey.adapter.web.failure;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.session.SessionOver;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;

/** Finds the words for what was thrown. Nothing of an exception's own text gets out. */
public final class Refusals {
  private Refusals() {}

  static Refusal of(Throwable thrown) {
    return switch (thrown) {
      case Refused refused -> refused.refusal();
      case Unavailable unavailable -> Refusal
          .of(Code.UNAVAILABLE, "A part of the service is busy or down. Please try again in a moment.")
          .retryAfter(unavailable.retryAfter());
      case SessionOver over -> Refusal.of(Code.UNAUTHENTICATED, "This session has ended. Please sign in again.");
      case NotAllowedException notAllowed -> ofStatus(405).allowing(allowed(notAllowed));
      case WebApplicationException web -> ofStatus(web.getResponse().getStatus());
      default -> ofStatus(500);
    };
  }

  /** What the server itself refused, before or beside our routes. */
  public static Refusal ofStatus(int status) {
    return switch (status) {
      case 403 -> Refusal.of(Code.FORBIDDEN, "This is not allowed.");
      case 404 -> Refusal.notFound();
      case 405 -> Refusal.of(Code.METHOD_NOT_ALLOWED, "This path doesn't take this method.");
      case 406 -> Refusal.of(Code.NOT_ACCEPTABLE, "This is not available in a form that you accept.");
      case 413 -> Refusal.of(Code.TOO_LARGE, "This is more than this route takes.");
      case 415 -> Refusal.of(Code.UNSUPPORTED_MEDIA_TYPE, "This route doesn't take this content type.");
      case 503 -> Refusal.of(Code.UNAVAILABLE, "The service is not ready. Please try again in a moment.");
      default -> status >= 400 && status < 500
          ? Refusal.of(Code.BAD_REQUEST, "This request can't be understood.")
          : Refusal.of(Code.INTERNAL_ERROR, "This is our mistake. The request id leads to it in our log.");
    };
  }

  private static List<String> allowed(NotAllowedException notAllowed) {
    String allow = notAllowed.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? List.of() : Arrays.stream(allow.split(",")).map(String::strip)
        .filter(method -> !method.equals("OPTIONS")).toList();
  }
}
