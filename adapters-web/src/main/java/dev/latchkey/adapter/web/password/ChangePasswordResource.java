package dev.latchkey.adapter.web.password;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Missing;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.password.ChangePassword;
import dev.latchkey.application.password.FirstPassword;
import dev.latchkey.application.password.FirstPassword.Obstacle;
import dev.latchkey.application.password.SetFirstPassword;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
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

/**
 * {@code POST /api/auth/password/change}. The password before is the fresh proof that such a change needs; where there is
 * none, it takes what adding a passkey takes.
 */
@Dependent
@Path("/auth/password/change")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ChangePasswordResource {
  private final ChangePassword changePassword;
  private final FirstPassword firstPassword;
  private final SetFirstPassword setFirstPassword;
  private final SessionCookies cookies;

  @Inject
  public ChangePasswordResource(ChangePassword changePassword, FirstPassword firstPassword,
      SetFirstPassword setFirstPassword, SessionCookies cookies) {
    this.changePassword = changePassword;
    this.firstPassword = firstPassword;
    this.setFirstPassword = setFirstPassword;
    this.cookies = cookies;
  }

  @POST
  @NeedsSession
  @EntryRoute
  public Response change(Body body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return body.currentPassword() == null && !firstPassword.isTaken(visit.session().signedIn())
        ? set(body.parseFirst(visit))
        : change(body.parse(visit));
  }

  private Response set(SetFirstPassword.Command command) {
    return switch (setFirstPassword.set(command)) {
      case SetFirstPassword.Outcome.Set set -> cookies.renew(
          Success.answer(200, "The password is set.", new Changed(set.sessionsEnded())), set.session()).build();
      case SetFirstPassword.Outcome.PasswordRejected rejected -> throw new Refused(rejected(rejected.rejection()));
      case SetFirstPassword.Outcome.Prevented prevented -> throw new Refused(switch (prevented.obstacle()) {
        case Obstacle.PasswordThere there -> Refusal.invalid(List.of(
            FieldError.of("currentPassword", "REQUIRED", "The account has a password by now. Please tell it, too.")));
        case Obstacle.SsoRequired sso -> Missing.ssoRequired(sso.organization());
        case Obstacle.ProofTooOld old -> ProofTooOld.REFUSAL;
        case Obstacle.PasskeyOwed owed -> ProofTooOld.PASSKEY_OWED;
      });
    };
  }

  private Response change(ChangePassword.Command command) {
    return switch (changePassword.change(command)) {
      case ChangePassword.Outcome.Changed changed -> Success.ok("The password is changed.",
          new Changed(changed.sessionsEnded()));
      case ChangePassword.Outcome.WrongPassword wrong -> throw new Refused(
          Refusal.of(Code.INVALID_CREDENTIALS, "The current password isn't right."));
      case ChangePassword.Outcome.PasswordRejected rejected -> throw new Refused(rejected(rejected.rejection()));
      case ChangePassword.Outcome.TooManyTries tooMany -> throw new Refused(
          Refusal.tooManyRequests("Too many tries for this account. Please wait.", tooMany.retryAfter()));
    };
  }

  private static Refusal rejected(PasswordPolicy.Rejection rejection) {
    return Refusal.invalid(List.of(FieldError.of("newPassword", rejection.code(), rejection.message())));
  }

  /** @param sessionsEnded how many other sessions ended with it */
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

    SetFirstPassword.Command parseFirst(Visit visit) {
      Fields fields = new Fields();
      Optional<Password> chosen = fields.required("newPassword", newPassword, Password::new);
      fields.check();
      return new SetFirstPassword.Command(visit.session().signedIn(), chosen.orElseThrow(), visit.origin());
    }

    /** Keeps the passwords out of logs. */
    @Override
    public String toString() {
      return "ChangePasswordResource.Body[hidden]";
    }
  }
}
