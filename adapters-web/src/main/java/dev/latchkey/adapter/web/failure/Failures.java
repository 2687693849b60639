package dev.latchkey.adapter.web.failure;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Failure;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.json.Json;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.ErrorView;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides how a refusal is shown: below {@code /api} always as the envelope, elsewhere as a page unless JSON was asked
 * for. Who only has to show who they are is led there instead.
 */
public final class Failures {
  private final Pages pages;
  private final WebSettings settings;

  public Failures(Pages pages, WebSettings settings) {
    this.pages = pages;
    this.settings = settings;
  }

  /** Writes a refusal where no JAX-RS is at work; the answer must not have begun yet. */
  public void write(Refusal refusal, Visit visit, HttpServletResponse response) throws IOException {
    Shown shown = show(refusal, visit);
    response.resetBuffer();
    response.setStatus(shown.status());
    shown.headers().forEach(response::setHeader);
    response.setContentType(shown.contentType());
    response.setContentLength(shown.body().length);
    response.getOutputStream().write(shown.body());
  }

  Shown show(Refusal refusal, Visit visit) {
    Map<String, String> headers = new LinkedHashMap<>();
    refusal.retryAfter().ifPresent(pause -> headers.put("Retry-After", RetryAfter.of(pause)));
    if (!refusal.allow().isEmpty()) {
      headers.put("Allow", String.join(", ", refusal.allow()));
    }
    int status = refusal.code().status();
    if (visit.isApi() || visit.wantsJson()) {
      return new Shown(status, headers, "application/json", Json.write(Failure.of(refusal, visit.requestId())));
    }
    Optional<String> wayOut = wayOut(refusal);
    if (wayOut.isPresent()) {
      headers.put("Location", settings.ownUrl(ReturnTo.carry(wayOut.get(), comeBack(visit))).toString());
      return new Shown(303, headers, Pages.HTML, new byte[0]);
    }
    String explanation = refusal.code() == Code.CROSS_SITE
        ? pages.messages(visit).text("refused.crossSite", settings.publicOrigin())
        : null;
    ErrorView view = new ErrorView(status, visit.requestId(), explanation, refusal.retryAfter().orElse(null),
        visit.sessionToken().isPresent());
    return new Shown(status, headers, Pages.HTML, pages.draw(visit, view, Optional.empty()));
  }

  /** The page that asks for what is missing, where showing it is all that has to be done. */
  private static Optional<String> wayOut(Refusal refusal) {
    return switch (refusal.code()) {
      case UNAUTHENTICATED -> Optional.of("/sign-in");
      case MFA_REQUIRED -> Optional.of("/sign-in/mfa");
      case MFA_ENROLMENT_REQUIRED -> Optional.of("/setup-mfa");
      case REAUTHENTICATION_REQUIRED -> Optional.of("/reauthenticate");
      case SSO_REQUIRED -> refusal.redirect();
      default -> Optional.empty();
    };
  }

  /** Nothing is sent a second time: who was led away from sending a form begins where it can be found again. */
  private static Optional<String> comeBack(Visit visit) {
    return visit.isUnsafe() ? Optional.empty() : ReturnTo.parse(visit.target());
  }
}
