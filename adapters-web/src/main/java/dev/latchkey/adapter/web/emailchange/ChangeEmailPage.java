package dev.latchkey.adapter.web.emailchange;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.onetime.VerifyEmailPage;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.ChangeEmailView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.request.PendingAddress;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.application.emailchange.StartEmailChange;
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
import java.util.List;
import java.util.Optional;

/** {@code /account/email}: asks for the new address, and leads on to the code the same way for every one. */
@Dependent
@Path(ChangeEmailPage.PATH)
@Produces(Pages.HTML)
public final class ChangeEmailPage {
  static final String PATH = "/account/email";

  private final StartEmailChange startEmailChange;
  private final Pages pages;

  @Inject
  public ChangeEmailPage(StartEmailChange startEmailChange, Pages pages) {
    this.startEmailChange = startEmailChange;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    // What was typed before a fresh proof was asked for.
    Field email = PendingAddress.EMAIL_CHANGE.of(visit).map(typed -> Field.of(typed.value())).orElseGet(Field::empty);
    return pages.show(visit, new ChangeEmailView(Pages.viewer(visit), email, null), Optional.empty());
  }

  @POST
  @NeedsSession
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<EmailAddress> email = fields.required("email", form.filled("email"), EmailAddress::parse);
    if (email.isEmpty()) {
      return again(visit, form, fields.errors());
    }
    return switch (startEmailChange
        .start(new StartEmailChange.Command(visit.session().signedIn(), email.get(), visit.origin()))) {
      case StartEmailChange.Outcome.CodeSent sent -> pages.goTo(VerifyEmailPage.path(sent.challenge()))
          .header(HttpHeaders.SET_COOKIE, PendingAddress.EMAIL_CHANGE.cookie(sent.challenge(), email.get())).build();
      case StartEmailChange.Outcome.SameAddress same -> again(visit, form,
          List.of(EmailChangeRefusals.sameAddress("email")));
      case StartEmailChange.Outcome.LastOwner last ->
        again(visit, Code.LAST_OWNER.status(), email.get(), "refused.lastOwner.EMAIL_CHANGE").build();
      case StartEmailChange.Outcome.TooManyMails tooMany ->
        again(visit, 429, email.get(), "refused.changeEmail.tooManyMails")
            .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(RecipientLimit.PERIOD)).build();
      case StartEmailChange.Outcome.ProofTooOld tooOld -> pages.goTo(ProofTooOld.before(PATH))
          .header(HttpHeaders.SET_COOKIE, PendingAddress.EMAIL_CHANGE.cookie(email.get())).build();
    };
  }

  private Response.ResponseBuilder again(Visit visit, int status, EmailAddress typed, String problem) {
    return pages.showAgain(visit, status, new ChangeEmailView(Pages.viewer(visit), Field.of(typed.value()),
        pages.messages(visit).text(problem)));
  }

  private Response again(Visit visit, SubmittedForm form, List<FieldError> errors) {
    Field email = new FormFields(form, errors, pages.messages(visit)).field("email");
    return pages.showAgain(visit, 400, new ChangeEmailView(Pages.viewer(visit), email, null)).build();
  }
}
