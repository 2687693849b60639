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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides how a refusal is shown: below {@code /api} always as the envelope, elsewhere as a page unless JSON was asked
 * for. Who only has to sign in is led there instead.
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
    if (visit.isApi() || wantsJson(visit)) {
      return new Shown(status, headers, "application/json", Json.write(Failure.of(refusal, visit.requestId())));
    }
    if (refusal.code() == Code.UNAUTHENTICATED) {
      headers.put("Location", settings.ownUrl(signInPath(visit)).toString());
      return new Shown(303, headers, Pages.HTML, new byte[0]);
    }
    String explanation = refusal.code() == Code.CROSS_SITE
        ? pages.messages(visit).text("refused.crossSite", settings.publicOrigin())
        : null;
    ErrorView view = new ErrorView(status, visit.requestId(), explanation, refusal.retryAfter().orElse(null),
        visit.sessionToken().isPresent());
    return new Shown(status, headers, Pages.HTML, pages.draw(visit, view, Optional.empty()));
  }

  private static String signInPath(Visit visit) {
    return Optional.of(visit).filter(it -> !it.isUnsafe()).flatMap(it -> ReturnTo.parse(it.target()))
        .map(path -> "/sign-in?returnTo=" + URLEncoder.encode(path, StandardCharsets.UTF_8)).orElse("/sign-in");
  }

  private static boolean wantsJson(Visit visit) {
    String accept = visit.header("Accept");
    return accept != null && accept.contains("application/json") && !accept.contains("text/html");
  }
}
