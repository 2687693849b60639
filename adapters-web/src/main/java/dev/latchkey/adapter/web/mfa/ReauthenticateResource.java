package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.passkey.AssertionBody;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.application.passkey.ReauthenticateWithPasskey;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.application.session.SessionPromotion;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/auth/reauthenticate}: shows again who one is, before a sensitive change. */
@Dependent
@Path("/auth/reauthenticate")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ReauthenticateResource {
  private final Reauthenticate reauthenticate;
  private final ReauthenticateWithPasskey withPasskey;
  private final SessionCookies cookies;

  @Inject
  public ReauthenticateResource(Reauthenticate reauthenticate, ReauthenticateWithPasskey withPasskey,
      SessionCookies cookies) {
    this.reauthenticate = reauthenticate;
    this.withPasskey = withPasskey;
    this.cookies = cookies;
  }

  @POST
  @NeedsSession
  public Response reauthenticate(Body body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    AssertionBody passkey = body.passkey();
    if (passkey != null) {
      if (body.password() != null || body.code() != null || body.challengeId() != null) {
        throw new Refused(Refusal.invalid(List.of(FieldError.of("passkey", "ONLY_ONE",
            "Please send either a password, a code or a passkey's answer."))));
      }
      return byPasskey(passkey, visit);
    }
    LiveSession live = visit.session();
    Fields fields = new Fields();
    String challenge = body.challengeId();
    Optional<Reauthenticate.Evidence> evidence = challenge != null && body.password() == null
        ? EvidenceInput.parseMailed(fields, challenge, body.code())
        : EvidenceInput.parse(fields, "code", body.code(), body.password());
    fields.check();
    return switch (reauthenticate
        .reauthenticate(new Reauthenticate.Command(live.signedIn(), evidence.orElseThrow(), visit.origin()))) {
      case Reauthenticate.Outcome.Proven proven -> proven(live, proven.session());
      case Reauthenticate.Outcome.Refused refused -> throw new Refused(body.code() != null
          ? MfaRefusals.CODE_INVALID
          : Refusal.of(Code.INVALID_CREDENTIALS, "The password isn't right."));
      case Reauthenticate.Outcome.TooManyTries tooMany -> throw new Refused(
          MfaRefusals.tooManyTries(tooMany.retryAfter()));
    };
  }

  private Response byPasskey(AssertionBody answer, Visit visit) {
    LiveSession live = visit.session();
    return switch (withPasskey.reauthenticate(live.signedIn(), answer.parse(), visit.origin())) {
      case ReauthenticateWithPasskey.Outcome.Proven proven -> proven(live, proven.session());
      case ReauthenticateWithPasskey.Outcome.Refused refused -> throw new Refused(
          Refusal.of(Code.INVALID_CREDENTIALS, "This passkey isn't one of yours, or its answer came too late."));
    };
  }

  private Response proven(LiveSession before, SessionPromotion.Promoted session) {
    return cookies.renew(Success.answer(200, "Thank you.",
        SignedInData.of(new LiveSession(session.signedIn(), before.expiresAt()))), session).build();
  }

  record Body(@Nullable String password, @Nullable String code, @Nullable String challengeId,
      @Nullable AssertionBody passkey) {
    /** Keeps all of them out of logs. */
    @Override
    public String toString() {
      return "ReauthenticateResource.Body[hidden]";
    }
  }
}
