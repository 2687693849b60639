package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.application.session.LiveSession;
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

/** {@code POST /api/auth/reauthenticate}: shows again who one is, before a sensitive change. */
@Dependent
@Path("/auth/reauthenticate")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ReauthenticateResource {
  private final Reauthenticate reauthenticate;
  private final SessionCookies cookies;

  @Inject
  public ReauthenticateResource(Reauthenticate reauthenticate, SessionCookies cookies) {
    this.reauthenticate = reauthenticate;
    this.cookies = cookies;
  }

  @POST
  @NeedsSession
  public Response reauthenticate(Body body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    LiveSession live = visit.session();
    Fields fields = new Fields();
    Optional<Reauthenticate.Evidence> evidence = EvidenceInput.parse(fields, "code", body.code(), body.password());
    fields.check();
    return switch (reauthenticate
        .reauthenticate(new Reauthenticate.Command(live.signedIn(), evidence.orElseThrow(), visit.origin()))) {
      case Reauthenticate.Outcome.Proven proven -> cookies.renew(Success.answer(200, "Thank you.",
          SignedInData.of(new LiveSession(proven.session().signedIn(), live.expiresAt()))), proven.session()).build();
      case Reauthenticate.Outcome.Refused refused -> throw new Refused(body.code() != null
          ? MfaRefusals.CODE_INVALID
          : Refusal.of(Code.INVALID_CREDENTIALS, "The password isn't right."));
      case Reauthenticate.Outcome.TooManyTries tooMany -> throw new Refused(
          MfaRefusals.tooManyTries(tooMany.retryAfter()));
    };
  }

  record Body(@Nullable String password, @Nullable String code) {
    /** Keeps both out of logs. */
    @Override
    public String toString() {
      return "ReauthenticateResource.Body[hidden]";
    }
  }
}
