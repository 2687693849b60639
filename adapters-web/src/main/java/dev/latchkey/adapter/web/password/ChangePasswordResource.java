package dev.latchkey.adapter.web.password;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.password.ChangePassword;
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

/** {@code POST /api/auth/password/change}. The password before is the fresh proof that such a change needs. */
@Dependent
@Path("/auth/password/change")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ChangePasswordResource {
  private final ChangePassword changePassword;

  @Inject
  public ChangePasswordResource(ChangePassword changePassword) {
    this.changePassword = changePassword;
  }

  @POST
  @NeedsSession
  @EntryRoute
  public Response change(Body body, @Context HttpServletRequest request) {
    return switch (changePassword.change(body.parse(Visit.of(request)))) {
      case ChangePassword.Outcome.Changed changed -> Success.ok("The password is changed.",
          new Changed(changed.sessionsEnded()));
      case ChangePassword.Outcome.WrongPassword wrong -> throw new Refused(
          Refusal.of(Code.INVALID_CREDENTIALS, "The current password isn't right."));
      case ChangePassword.Outcome.PasswordRejected rejected -> throw new Refused(Refusal.invalid(List.of(
          FieldError.of("newPassword", rejected.rejection().code(), rejected.rejection().message()))));
      case ChangePassword.Outcome.TooManyTries tooMany -> throw new Refused(
          Refusal.tooManyRequests("Too many tries for this account. Please wait.", tooMany.retryAfter()));
    };
  }

  /** @param sessionsEnded how many other sessions ended with the old password */
  record Changed(int sessionsEnded) {}

  record Body(@Nullable String currentPassword, @Nullable String newPassword) {

    ChangePassword.Command parse(Visit visit) {
      Fields fields = new Fields();
      Optional<Password> current = fields.required("currentPassword", currentPassword, Password::new);
      Optional<Password> chosen = fields.required("newPassword", newPassword, Password::new);
      fields.check();
      return new ChangePassword.Command(visit.session().signedIn(), current.orElseThrow(), chosen.orElseThrow(),
          visit.origin());
    }

    /** Keeps the passwords out of logs. */
    @Override
    public String toString() {
      return "ChangePasswordResource.Body[hidden]";
    }
  }
}
