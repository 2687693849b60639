package dev.latchkey.adapter.web.protect;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.failure.Failures;
import dev.latchkey.adapter.web.request.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Serves {@code /static/*} and {@code /webjars/*}. What stands under a version is kept by browsers for ever, the rest is
 * asked for each time and rarely sent.
 */
public final class StaticFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Assets assets = new Assets();
  private final transient Failures failures;

  @Inject
  public StaticFiles(Failures failures) {
    this.failures = failures;
  }

  /** Where the Servlet API's own is inherited, the server answers TRACE itself, before our filter. */
  @Override
  protected void doTrace(HttpServletRequest request, HttpServletResponse response) throws IOException {
    service(request, response);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Visit visit = Visit.of(request);
    if (visit.isUnsafe()) {
      failures.write(Refusal.of(Code.METHOD_NOT_ALLOWED, "Files can only be read.").allowing(List.of("GET", "HEAD")),
          visit, response);
      return;
    }
    String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    Optional<Assets.Asset> asset = assets.find(path);
    if (asset.isEmpty()) {
      failures.write(Refusal.notFound(), visit, response);
      return;
    }
    boolean versioned = request.getServletPath().equals("/webjars");
    response.setHeader("Cache-Control", versioned ? "public, max-age=31536000, immutable" : "public, no-cache");
    response.setHeader("ETag", asset.get().etag());
    if (visit.headers("If-None-Match").stream().anyMatch(known -> known.contains(asset.get().etag()))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(asset.get().contentType());
    response.setContentLength(asset.get().bytes().length);
    if (!visit.method().equals("HEAD")) {
      response.getOutputStream().write(asset.get().bytes());
    }
  }
}
