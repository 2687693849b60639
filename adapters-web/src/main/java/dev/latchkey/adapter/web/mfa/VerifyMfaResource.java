package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Failure;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.application.mfa.VerifyMfa;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.domain.mfa.SecondFactorAnswer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/auth/mfa/verify}: shows the second factor after the first. */
@Dependent
@Path("/auth/mfa/verify")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class VerifyMfaResource {
  private static final Refusal SESSION_ENDED = Refusal.of(Code.UNAUTHENTICATED,
      "Too many wrong codes. Please sign in again.");

  private final VerifyMfa verifyMfa;
  private final SessionCookies cookies;

  @Inject
  public VerifyMfaResource(VerifyMfa verifyMfa, SessionCookies cookies) {
    this.verifyMfa = verifyMfa;
    this.cookies = cookies;
  }

  @POST
  @NeedsSession(beforeSecondFactor = true)
  public Response verify(Body body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    LiveSession live = visit.session();
    Fields fields = new Fields();
    Optional<SecondFactorAnswer> answer = SecondFactorInput.parse(fields, "code", body.code(), body.recoveryCode());
    fields.check();
    return switch (verifyMfa.verify(new VerifyMfa.Command(live.signedIn(), answer.orElseThrow(), visit.origin()))) {
      case VerifyMfa.Outcome.Verified verified -> goOn(live, verified.session());
      case VerifyMfa.Outcome.CodeInvalid invalid -> throw new Refused(MfaRefusals.CODE_INVALID);
      case VerifyMfa.Outcome.SessionEnded ended -> cookies.take(Response.status(SESSION_ENDED.code().status())
          .type(MediaType.APPLICATION_JSON_TYPE).entity(Failure.of(SESSION_ENDED, visit.requestId()))).build();
      case VerifyMfa.Outcome.TooManyTries tooMany -> throw new Refused(MfaRefusals.tooManyTries(tooMany.retryAfter()));
    };
  }

  private Response goOn(LiveSession before, SessionPromotion.Promoted promoted) {
    return cookies.renew(Success.answer(200, "You are signed in.",
        SignedInData.of(new LiveSession(promoted.signedIn(), before.expiresAt()))), promoted).build();
  }

  record Body(@Nullable String code, @Nullable String recoveryCode) {
    /** Keeps the codes out of logs. */
    @Override
    public String toString() {
      return "VerifyMfaResource.Body[hidden]";
    }
  }
}
