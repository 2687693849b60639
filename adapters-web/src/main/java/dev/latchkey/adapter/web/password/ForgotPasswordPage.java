package dev.latchkey.adapter.web.password;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.ForgotPasswordView;
import dev.latchkey.adapter.web.request.PendingAddress;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.password.ForgotPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.RecipientLimit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code /forgot-password}: asks for the address, and leads on the same way for every one. */
@Dependent
@Path("/forgot-password")
@Produces(Pages.HTML)
public final class ForgotPasswordPage {
  private final ForgotPassword forgotPassword;
  private final Pages pages;

  @Inject
  public ForgotPasswordPage(ForgotPassword forgotPassword, Pages pages) {
    this.forgotPassword = forgotPassword;
    this.pages = pages;
  }

  @GET
  @Public
  public Response show(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Field email = PendingAddress.SIGN_IN.of(visit).map(typed -> Field.of(typed.value())).orElseGet(Field::empty);
    return pages.show(visit, new ForgotPasswordView(email, null), Optional.empty());
  }

  @POST
  @Public
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<EmailAddress> email = fields.required("email", form.filled("email"), EmailAddress::parse);
    if (email.isEmpty()) {
      Field field = new FormFields(form, fields.errors(), pages.messages(visit)).field("email");
      return pages.showAgain(visit, 400, new ForgotPasswordView(field, null)).build();
    }
    return switch (forgotPassword.start(email.get(), visit.locale(), visit.origin())) {
      case ForgotPassword.Outcome.CodeSent sent -> pages.goTo(ResetPasswordPage.path(sent.challenge()))
          .header(HttpHeaders.SET_COOKIE, PendingAddress.RESET.cookie(sent.challenge(), email.get())).build();
      case ForgotPassword.Outcome.TooManyMails tooMany -> pages
          .showAgain(visit, 429, new ForgotPasswordView(Field.of(email.get().value()),
              pages.messages(visit).text("refused.tooManyMails")))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(RecipientLimit.PERIOD)).build();
    };
  }
}
