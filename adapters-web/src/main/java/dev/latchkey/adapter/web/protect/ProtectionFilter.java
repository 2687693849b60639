package dev.latchkey.adapter.web.protect;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.failure.Failures;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The outermost of our code: every request passes here before anything else, known path or not, and gets its
 * {@link Visit}, its headers and, where it breaks a rule that holds everywhere, its refusal.
 */
public final class ProtectionFilter implements Filter {
  /** No body of ours needs more. */
  private static final int LONGEST_BODY = 64 * 1024;
  /** TRACE would show cookies to scripts; OPTIONS is for foreign pages, which have no business here. */
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final System.Logger LOG = System.getLogger(ProtectionFilter.class.getName());

  private final WebSettings settings;
  private final Failures failures;
  private final LogContext logContext;
  private final SecurityHeaders headers;
  private final String publicOrigin;

  @Inject
  public ProtectionFilter(WebSettings settings, Failures failures, LogContext logContext) {
    this.settings = settings;
    this.failures = failures;
    this.logContext = logContext;
    this.headers = new SecurityHeaders(settings);
    this.publicOrigin = settings.publicOrigin();
  }

  @Override
  public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) anyRequest;
    HttpServletResponse response = (HttpServletResponse) anyResponse;
    Visit visit = Visit.begin(request, settings.trustedProxies());
    logContext.enter(visit.requestId());
    try {
      headers.apply(visit, response);
      serve(visit, request, response, chain);
    } finally {
      logContext.leave();
    }
  }

  private void serve(Visit visit, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Refusal> refusal = judge(visit);
    if (refusal.isPresent()) {
      failures.write(refusal.get(), visit, response);
      return;
    }
    Optional<HttpServletRequest> complete = visit.isUnsafe()
        ? ReadBody.read(request, LONGEST_BODY)
        : Optional.of(request);
    if (complete.isEmpty()) {
      failures.write(Refusal.of(Code.TOO_LARGE, "Please send at most " + LONGEST_BODY / 1024 + " KiB."), visit,
          response);
      return;
    }
    try {
      chain.doFilter(complete.get(), response);
    } catch (RuntimeException | ServletException broken) {
      if (response.isCommitted()) {
        throw broken;
      }
      LOG.log(System.Logger.Level.ERROR, "Request " + visit.requestId() + " failed", broken);
      failures.write(Refusal.of(Code.INTERNAL_ERROR, "This is our mistake. The request id leads to it in our log."),
          visit, response);
    }
  }

  private Optional<Refusal> judge(Visit visit) {
    if (!METHODS.contains(visit.method())) {
      return Optional.of(Refusal.of(Code.METHOD_NOT_ALLOWED, "This method is not in use here.").allowing(METHODS));
    }
    if (CrossSite.refuses(visit, publicOrigin)) {
      return Optional.of(Refusal.of(Code.CROSS_SITE,
          "This came from a page that isn't ours. Open " + publicOrigin + " and try again there."));
    }
    return Optional.empty();
  }
}
