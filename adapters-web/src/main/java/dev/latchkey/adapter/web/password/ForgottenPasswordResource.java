package dev.latchkey.adapter.web.password;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Challenge;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.mail.MailLimit;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.password.ForgotPassword;
import dev.latchkey.application.password.ResetPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.signin.Password;
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

/** {@code POST /api/auth/password/forgot} and {@code /password/reset}. */
@Dependent
@Path("/auth/password")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ForgottenPasswordResource {
  private final ForgotPassword forgotPassword;
  private final ResetPassword resetPassword;

  @Inject
  public ForgottenPasswordResource(ForgotPassword forgotPassword, ResetPassword resetPassword) {
    this.forgotPassword = forgotPassword;
    this.resetPassword = resetPassword;
  }

  @POST
  @Path("/forgot")
  @Public
  @EntryRoute
  public Response forgot(ForgotBody body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<EmailAddress> email = fields.required("email", body.email(), EmailAddress::parse);
    fields.check();
    return switch (forgotPassword.start(email.orElseThrow(), visit.locale(), visit.origin())) {
      case ForgotPassword.Outcome.CodeSent sent -> Success.accepted("A mail is on its way to the address.",
          new Challenge(sent.challenge().value()));
      case ForgotPassword.Outcome.TooManyMails tooMany -> throw new Refused(MailLimit.REACHED);
    };
  }

  @POST
  @Path("/reset")
  @Public
  @EntryRoute
  public Response reset(ResetBody body, @Context HttpServletRequest request) {
    return switch (resetPassword.reset(body.parse(Visit.of(request)))) {
      case ResetPassword.Outcome.Reset reset -> Success.done("The password is changed. Please sign in with it.");
      case ResetPassword.Outcome.CodeInvalid invalid -> throw new Refused(
          Refusal.of(Code.CODE_INVALID, "The code is wrong, or it can't be used any more."));
      case ResetPassword.Outcome.PasswordRejected rejected -> throw new Refused(Refusal.invalid(List.of(
          FieldError.of("newPassword", rejected.rejection().code(), rejected.rejection().message()))));
    };
  }

  record ForgotBody(@Nullable String email) {}

  record ResetBody(@Nullable String challengeId, @Nullable String code, @Nullable String newPassword) {

    ResetPassword.Command parse(Visit visit) {
      Fields fields = new Fields();
      Optional<SecretId> challenge = fields.required("challengeId", challengeId, SecretId::new);
      Optional<MailedCode> answer = fields.required("code", code, MailedCode::parse);
      Optional<Password> chosen = fields.required("newPassword", newPassword, Password::new);
      fields.check();
      return new ResetPassword.Command(challenge.orElseThrow(), answer.orElseThrow(), chosen.orElseThrow(),
          visit.origin());
    }

    /** Keeps code and password out of logs. */
    @Override
    public String toString() {
      return "ResetBody[hidden]";
    }
  }
}
