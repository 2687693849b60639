package dev.latchkey.adapter.web.protect;

import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.failure.Failures;
import dev.latchkey.adapter.web.failure.Refusals;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where the server sends what it refuses by itself. Nothing is to be seen here from outside. */
public final class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Failures failures;
  private final transient WebSettings settings;
  private final transient SecurityHeaders headers;

  @Inject
  public ErrorServlet(Failures failures, WebSettings settings) {
    this.failures = failures;
    this.settings = settings;
    this.headers = new SecurityHeaders(settings);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Visit visit = request.getAttribute(Visit.ATTRIBUTE) instanceof Visit begun ? begun : begin(request, response);
    failures.write(refusal(request), visit, response);
  }

  /** Some requests the server refuses before any filter has seen them. */
  private Visit begin(HttpServletRequest request, HttpServletResponse response) {
    Visit visit = Visit.begin(request, settings.trustedProxies());
    headers.apply(visit, response);
    return visit;
  }

  private static Refusal refusal(HttpServletRequest request) {
    boolean sentHere = request.getDispatcherType() == DispatcherType.ERROR;
    return sentHere && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? Refusals.ofStatus(status)
        : Refusal.notFound();
  }
}
