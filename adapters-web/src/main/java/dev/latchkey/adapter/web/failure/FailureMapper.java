package dev.latchkey.adapter.web.failure;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.request.Visit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Shows whatever a route throws. Only mistakes of ours are logged: refusals are told, and audited where it matters. */
@Dependent
@Provider
public final class FailureMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

  private final Failures failures;
  private final HttpServletRequest request;

  /** @param request stands for the one that is being answered, whichever that is */
  @Inject
  public FailureMapper(Failures failures, HttpServletRequest request) {
    this.failures = failures;
    this.request = request;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    Visit visit = Visit.of(request);
    Refusal refusal = Refusals.of(thrown);
    if (refusal.code() == Code.INTERNAL_ERROR) {
      LOG.log(System.Logger.Level.ERROR, "Request " + visit.requestId() + " failed", thrown);
    } else if (refusal.code() == Code.UNAVAILABLE) {
      LOG.log(System.Logger.Level.WARNING, "Request " + visit.requestId() + " not served: " + thrown.getMessage());
    }
    Shown shown = failures.show(refusal, visit);
    Response.ResponseBuilder response = Response.status(shown.status()).type(shown.contentType()).entity(shown.body());
    shown.headers().forEach(response::header);
    return response.build();
  }
}
