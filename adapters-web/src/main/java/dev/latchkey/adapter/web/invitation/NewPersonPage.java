package dev.latchkey.adapter.web.invitation;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.InvitationView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.invitation.AcceptWithPassword;
import dev.latchkey.application.invitation.ShowInvitation;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.session.Browser;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /invitation/accept}: an invited person without an account says what they are called, and a password. */
@Dependent
@Path("/invitation/accept")
@Produces(Pages.HTML)
public final class NewPersonPage {
  private final ShowInvitation showInvitation;
  private final AcceptWithPassword acceptWithPassword;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public NewPersonPage(ShowInvitation showInvitation, AcceptWithPassword acceptWithPassword, SessionCookies cookies,
      Pages pages) {
    this.showInvitation = showInvitation;
    this.acceptWithPassword = acceptWithPassword;
    this.cookies = cookies;
    this.pages = pages;
  }

  @POST
  @Public
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return InvitationInput.token(form.typed("token")).map(link -> submit(visit, link, form))
        .orElseGet(() -> InvitationPage.over(pages, visit));
  }

  private Response submit(Visit visit, LinkToken link, SubmittedForm form) {
    Fields fields = new Fields();
    Optional<PersonName> name = fields.required("name", form.typed("name"), PersonName::new);
    Optional<Password> password = fields.required("password", form.typed("password"), Password::new);
    if (!fields.errors().isEmpty()) {
      return again(visit, 400, link, form, fields.errors());
    }
    Browser browser = cookies.browserOf(visit);
    try {
      return switch (acceptWithPassword.accept(new AcceptWithPassword.Command(link, name.orElseThrow(),
          password.orElseThrow(), visit.locale(), browser, visit.origin()))) {
        case AcceptWithPassword.Outcome.SignedIn in -> cookies
            .bring(pages.goTo("/setup-mfa?" + Notice.INVITATION_ACCEPTED.query()), in.opened(), browser).build();
        case AcceptWithPassword.Outcome.LinkInvalid invalid -> InvitationPage.over(pages, visit);
        case AcceptWithPassword.Outcome.SsoRequired sso -> pages.goTo(InvitationPage.path(link)).build();
        case AcceptWithPassword.Outcome.AccountExists known -> pages.goTo(InvitationPage.path(link)).build();
        case AcceptWithPassword.Outcome.PasswordRejected rejected -> again(visit, 400, link, form, List.of(
            FieldError.of("password", rejected.rejection().code(), rejected.rejection().message())));
      };
    } catch (Unavailable busy) {
      // Told on the form rather than on a page of its own, so that nothing has to be typed twice but the password.
      String problem = pages.messages(visit).text("refused.busy",
          Times.wait(pages.messages(visit), busy.retryAfter()));
      return again(visit, 503, link, form, List.of(), problem, RetryAfter.of(busy.retryAfter()));
    }
  }

  private Response again(Visit visit, int status, LinkToken link, SubmittedForm form, List<FieldError> errors) {
    return again(visit, status, link, form, errors, null, null);
  }

  private Response again(Visit visit, int status, LinkToken link, SubmittedForm form, List<FieldError> errors,
      @Nullable String problem, @Nullable String retryAfter) {
    FormFields fields = new FormFields(form, errors, pages.messages(visit));
    return switch (showInvitation.show(link)) {
      case ShowInvitation.Outcome.Open open -> pages
          .showAgain(visit, status, new InvitationView(link.value(), InvitationPage.asked(open), fields.field("name"),
              fields.secret("password"), PasswordPolicy.SHORTEST_ALONE, null, false, problem))
          .header(HttpHeaders.RETRY_AFTER, retryAfter).build();
      case ShowInvitation.Outcome.LinkInvalid invalid -> InvitationPage.over(pages, visit);
    };
  }
}
