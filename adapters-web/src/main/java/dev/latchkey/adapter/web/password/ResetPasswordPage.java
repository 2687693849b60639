package dev.latchkey.adapter.web.password;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.ResetPasswordView;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.PendingAddress;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.password.ResetPassword;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /reset-password}: the code from the mail and the new password. Afterwards everybody signs in as always. */
@Dependent
@Path("/reset-password")
@Produces(Pages.HTML)
public final class ResetPasswordPage {
  private static final ResetPasswordView.PasswordLengths LENGTHS = new ResetPasswordView.PasswordLengths(
      PasswordPolicy.SHORTEST_ALONE, PasswordPolicy.SHORTEST_WITH_MFA);

  private final ResetPassword resetPassword;
  private final Pages pages;

  @Inject
  public ResetPasswordPage(ResetPassword resetPassword, Pages pages) {
    this.resetPassword = resetPassword;
    this.pages = pages;
  }

  static String path(SecretId challenge) {
    return "/reset-password?challenge=" + challenge.value();
  }

  @GET
  @Public
  public Response show(@QueryParam("challenge") @Nullable String challenge, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(visit, view(visit, parse(challenge), Field.empty(), Field.empty(), null), Optional.empty());
  }

  @POST
  @Public
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SecretId challenge = parse(form.typed("challengeId"));
    Fields fields = new Fields();
    Optional<MailedCode> code = fields.required("code", form.filled("code"), MailedCode::parse);
    Optional<Password> password = fields.required("newPassword", form.typed("newPassword"), Password::new);
    if (code.isEmpty() || password.isEmpty()) {
      return again(visit, 400, form, fields.errors(), null).build();
    }
    try {
      return switch (resetPassword
          .reset(new ResetPassword.Command(challenge, code.get(), password.get(), visit.origin()))) {
        case ResetPassword.Outcome.Reset reset -> pages.goTo("/sign-in?" + Notice.PASSWORD_RESET.query())
            .header(HttpHeaders.SET_COOKIE, PendingAddress.RESET.cleared())
            .header(HttpHeaders.SET_COOKIE, Cookies.cleared(Cookies.SESSION)).build();
        case ResetPassword.Outcome.CodeInvalid invalid -> again(visit, 400, form,
            List.of(FieldError.of("code", "INVALID", "The code is wrong, or it can't be used any more.")), null)
            .build();
        case ResetPassword.Outcome.PasswordRejected rejected -> again(visit, 400, form, List.of(FieldError.of(
            "newPassword", rejected.rejection().code(), rejected.rejection().message())), null).build();
      };
    } catch (Unavailable busy) {
      Messages messages = pages.messages(visit);
      return again(visit, 503, form, List.of(),
          messages.text("refused.busy", Times.wait(messages, busy.retryAfter())))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(busy.retryAfter())).build();
    }
  }

  private Response.ResponseBuilder again(Visit visit, int status, SubmittedForm form, List<FieldError> errors,
      @Nullable String problem) {
    FormFields fields = new FormFields(form, errors, pages.messages(visit));
    return pages.showAgain(visit, status, view(visit, parse(form.typed("challengeId")), fields.secret("code"),
        fields.secret("newPassword"), problem));
  }

  private static ResetPasswordView view(Visit visit, SecretId challenge, Field code, Field newPassword,
      @Nullable String problem) {
    String address = PendingAddress.RESET.of(visit, challenge).map(EmailAddress::value).orElse(null);
    return new ResetPasswordView(challenge.value(), address, code, newPassword, LENGTHS, problem);
  }

  /** It comes from a link or a hidden field: nobody can mend it by typing. */
  private static SecretId parse(@Nullable String challenge) {
    try {
      return new SecretId(challenge == null ? "" : challenge);
    } catch (InvalidValue e) {
      throw new Refused(Refusal.of(Code.BAD_REQUEST, "This link is not complete."));
    }
  }
}
