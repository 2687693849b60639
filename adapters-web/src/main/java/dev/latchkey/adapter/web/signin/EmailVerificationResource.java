package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Challenge;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.mail.MailLimit;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.application.signin.ResendCode;
import dev.latchkey.application.signin.VerifyEmail;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.BearerToken;
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

/** {@code POST /api/auth/email/verify} and {@code /email/resend}. */
@Dependent
@Path("/auth/email")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class EmailVerificationResource {
  private final VerifyEmail verifyEmail;
  private final ResendCode resendCode;
  private final SessionCookies cookies;

  @Inject
  public EmailVerificationResource(VerifyEmail verifyEmail, ResendCode resendCode, SessionCookies cookies) {
    this.verifyEmail = verifyEmail;
    this.resendCode = resendCode;
    this.cookies = cookies;
  }

  @POST
  @Path("/verify")
  @Public
  @EntryRoute
  public Response verify(VerifyBody body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<SecretId> challenge = fields.required("challengeId", body.challengeId(), SecretId::new);
    Optional<MailedCode> code = fields.required("code", body.code(), MailedCode::parse);
    fields.check();
    BearerToken browser = cookies.browserOf(visit);
    VerifyEmail.Command command = new VerifyEmail.Command(challenge.orElseThrow(), code.orElseThrow(), browser,
        visit.origin());
    return switch (verifyEmail.verify(command)) {
      case VerifyEmail.Outcome.SignedIn in -> cookies.bring(
          Success.answer(200, "Your address is confirmed.", SignedInData.of(in.opened().session())), in.opened(),
          browser).build();
      case VerifyEmail.Outcome.CodeInvalid invalid -> throw new Refused(
          Refusal.of(Code.CODE_INVALID, "The code is wrong, or it can't be used any more."));
      case VerifyEmail.Outcome.AddressTaken taken -> throw new Refused(
          Refusal.of(Code.CONFLICT, "This address has an account by now. Please sign in."));
    };
  }

  @POST
  @Path("/resend")
  @Public
  @EntryRoute
  public Response resend(ResendBody body, @Context HttpServletRequest request) {
    Fields fields = new Fields();
    Optional<SecretId> challenge = fields.required("challengeId", body.challengeId(), SecretId::new);
    fields.check();
    return switch (resendCode.resend(challenge.orElseThrow(), Visit.of(request).origin())) {
      case ResendCode.Outcome.Sent sent -> Success.accepted("A new code is on its way.",
          new Challenge(challenge.orElseThrow().value()));
      case ResendCode.Outcome.Gone gone -> throw new Refused(
          Refusal.of(Code.CODE_INVALID, "There is nothing to confirm any more. Please sign up anew."));
      case ResendCode.Outcome.TooManyMails tooMany -> throw new Refused(MailLimit.REACHED);
    };
  }

  record VerifyBody(@Nullable String challengeId, @Nullable String code) {
    /** Keeps the code out of logs. */
    @Override
    public String toString() {
      return "VerifyBody[hidden]";
    }
  }

  record ResendBody(@Nullable String challengeId) {}
}
