package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.access.Callers;
import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.onetime.VerifyEmailPage;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.SignUpClosedView;
import dev.latchkey.adapter.web.page.view.SignUpView;
import dev.latchkey.adapter.web.request.PendingAddress;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.signin.SignUp;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.mail.RecipientLimit;
import dev.latchkey.domain.organization.OrganizationName;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /sign-up}: the first step of creating an account. */
@Dependent
@Path("/sign-up")
@Produces(Pages.HTML)
public final class SignUpPage {
  private final SignUp signUp;
  private final Callers callers;
  private final Pages pages;
  private final WebSettings settings;

  @Inject
  public SignUpPage(SignUp signUp, Callers callers, Pages pages, WebSettings settings) {
    this.signUp = signUp;
    this.callers = callers;
    this.pages = pages;
    this.settings = settings;
  }

  @GET
  @Public
  public Response show(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    if (callers.isSignedIn(visit)) {
      return pages.goTo("/").build();
    }
    return pages.show(visit, settings.signUpOpen()
        ? new SignUpView(Field.empty(), Field.empty(), Field.empty(), Field.empty(), PasswordPolicy.SHORTEST_ALONE,
            null)
        : new SignUpClosedView(), Optional.empty());
  }

  @POST
  @Public
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Messages messages = pages.messages(visit);
    Fields fields = new Fields();
    Optional<PersonName> name = fields.required("name", form.typed("name"), PersonName::new);
    Optional<EmailAddress> email = fields.required("email", form.filled("email"), EmailAddress::parse);
    Optional<OrganizationName> organization = fields.optional("organizationName", form.filled("organizationName"),
        OrganizationName::new);
    Optional<Password> password = fields.required("password", form.typed("password"), Password::new);
    if (!fields.errors().isEmpty()) {
      return again(visit, 400, form, fields.errors(), null).build();
    }
    SignUp.Command command = new SignUp.Command(email.orElseThrow(), name.orElseThrow(), password.orElseThrow(),
        organization, Optional.empty(), visit.locale(), visit.origin());
    try {
      return switch (signUp.start(command)) {
        case SignUp.Outcome.CodeSent sent -> pages.goTo(VerifyEmailPage.path(sent.challenge()))
            .header(HttpHeaders.SET_COOKIE, PendingAddress.SIGN_UP.cookie(sent.challenge(), command.email())).build();
        case SignUp.Outcome.Closed closed -> pages.showAgain(visit, 403, new SignUpClosedView()).build();
        case SignUp.Outcome.PasswordRejected rejected -> again(visit, 400, form, List.of(FieldError.of("password",
            rejected.rejection().code(), rejected.rejection().message())), null).build();
        case SignUp.Outcome.SlugTaken taken -> throw new IllegalStateException("This form asks for no slug");
        case SignUp.Outcome.TooManyMails tooMany -> again(visit, 429, form, List.of(),
            messages.text("refused.tooManyMails")).header(HttpHeaders.RETRY_AFTER, RetryAfter.of(RecipientLimit.PERIOD))
            .build();
      };
    } catch (Unavailable busy) {
      // Told on the form rather than on a page of its own, so that nothing has to be typed twice but the password.
      return again(visit, 503, form, List.of(),
          messages.text("refused.busy", Times.wait(messages, busy.retryAfter())))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(busy.retryAfter())).build();
    }
  }

  private Response.ResponseBuilder again(Visit visit, int status, SubmittedForm form, List<FieldError> errors,
      @Nullable String problem) {
    FormFields fields = new FormFields(form, errors, pages.messages(visit));
    return pages.showAgain(visit, status, new SignUpView(fields.field("organizationName"), fields.field("name"),
        fields.field("email"), fields.secret("password"), PasswordPolicy.SHORTEST_ALONE, problem));
  }
}
