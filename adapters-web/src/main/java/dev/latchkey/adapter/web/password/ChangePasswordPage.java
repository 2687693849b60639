package dev.latchkey.adapter.web.password;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.ChangePasswordView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.password.ChangePassword;
import dev.latchkey.application.password.FirstPassword;
import dev.latchkey.application.password.SetFirstPassword;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /account/password}: a new password for somebody who knows the one before, or a first one. */
@Dependent
@Path(ChangePasswordPage.PATH)
@Produces(Pages.HTML)
public final class ChangePasswordPage {
  static final String PATH = "/account/password";

  private final ChangePassword changePassword;
  private final FirstPassword firstPassword;
  private final FirstPasswordForm firstPasswordForm;
  private final Pages pages;

  @Inject
  public ChangePasswordPage(ChangePassword changePassword, FirstPassword firstPassword,
      SetFirstPassword setFirstPassword, SessionCookies cookies, Pages pages) {
    this.changePassword = changePassword;
    this.firstPassword = firstPassword;
    this.firstPasswordForm = new FirstPasswordForm(setFirstPassword, cookies, pages);
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    View first = firstPasswordForm.view(visit, firstPassword.obstacle(visit.session().signedIn()));
    return pages.show(visit, first == null ? view(visit, Field.empty(), Field.empty(), null) : first,
        Notice.parse(notice));
  }

  @POST
  @NeedsSession
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return form.filled("currentPassword") == null && !firstPassword.isTaken(visit.session().signedIn())
        ? firstPasswordForm.submit(visit, form)
        : change(visit, form);
  }

  private Response change(Visit visit, SubmittedForm form) {
    Fields fields = new Fields();
    Optional<Password> current = fields.required("currentPassword", form.typed("currentPassword"), Password::new);
    Optional<Password> chosen = fields.required("newPassword", form.typed("newPassword"), Password::new);
    if (current.isEmpty() || chosen.isEmpty()) {
      return again(visit, 400, form, fields.errors());
    }
    try {
      return switch (changePassword.change(new ChangePassword.Command(visit.session().signedIn(), current.get(),
          chosen.get(), visit.origin()))) {
        case ChangePassword.Outcome.Changed changed -> pages
            .goTo(PATH + "?" + Notice.PASSWORD_CHANGED.query()).build();
        case ChangePassword.Outcome.WrongPassword wrong -> again(visit, 401, form,
            List.of(FieldError.of("currentPassword", "WRONG", "The current password isn't right.")));
        case ChangePassword.Outcome.PasswordRejected rejected -> again(visit, 400, form, List.of(FieldError.of(
            "newPassword", rejected.rejection().code(), rejected.rejection().message())));
        case ChangePassword.Outcome.TooManyTries tooMany -> wait(visit, 429, "refused.signIn.wait",
            tooMany.retryAfter());
      };
    } catch (Unavailable busy) {
      return wait(visit, 503, "refused.busy", busy.retryAfter());
    }
  }

  private Response again(Visit visit, int status, SubmittedForm form, List<FieldError> errors) {
    FormFields fields = new FormFields(form, errors, pages.messages(visit));
    return pages.showAgain(visit, status,
        view(visit, fields.secret("currentPassword"), fields.secret("newPassword"), null)).build();
  }

  private Response wait(Visit visit, int status, String key, Duration pause) {
    Messages messages = pages.messages(visit);
    return pages
        .showAgain(visit, status,
            view(visit, Field.empty(), Field.empty(), messages.text(key, Times.wait(messages, pause))))
        .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(pause)).build();
  }

  private static ChangePasswordView view(Visit visit, Field current, Field chosen, @Nullable String problem) {
    return new ChangePasswordView(Pages.viewer(visit), current, chosen, shortest(visit), problem);
  }

  static int shortest(Visit visit) {
    return visit.session().signedIn().person().mfaEnrolled()
        ? PasswordPolicy.SHORTEST_WITH_MFA
        : PasswordPolicy.SHORTEST_ALONE;
  }
}
