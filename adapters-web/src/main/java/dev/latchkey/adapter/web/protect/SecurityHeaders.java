package dev.latchkey.adapter.web.protect;

import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What an answer of the application says to the browser, whatever else it holds. What never differs from one to the next
 * is added by the server, to its own refusals as well: see {@code server.xml}.
 */
final class SecurityHeaders {
  private final String contentPolicy;

  SecurityHeaders(WebSettings settings) {
    // Browsers hold form-action against redirects too, and after signing in one may lead to the application.
    String app = settings.landsAtHome() ? "" : " " + settings.appOrigin();
    // The style sheet has its few signs as data: pictures.
    contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'" + app + "; object-src 'none'; base-uri 'none'; "
        + "frame-ancestors 'none'";
  }

  void apply(Visit visit, HttpServletResponse response) {
    response.setHeader("X-Request-Id", visit.requestId());
    response.setHeader("Content-Security-Policy", contentPolicy);
    // Anything may hold personal data until somebody says that it doesn't.
    response.setHeader("Cache-Control", "no-store");
  }
}
