package dev.latchkey.adapter.web.protect;

import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer says to the browser, whatever else it holds. */
final class SecurityHeaders {
  private static final String PERMISSIONS = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
      + "gyroscope=(), microphone=(), midi=(), payment=(), usb=()";

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
    response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Not no-referrer, with which browsers hide the origin of our own forms from us, too (Fetch §3.2).
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", PERMISSIONS);
    // Anything may hold personal data until somebody says that it doesn't.
    response.setHeader("Cache-Control", "no-store");
  }
}
