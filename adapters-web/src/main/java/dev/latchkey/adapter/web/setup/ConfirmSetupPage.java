package dev.latchkey.adapter.web.setup;

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
import dev.latchkey.adapter.web.page.view.ConfirmSetupView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.SetupOverView;
import dev.latchkey.adapter.web.request.PendingAddress;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.setup.ConfirmSetup;
import dev.latchkey.application.setup.ResendSetupCode;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.RecipientLimit;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.Browser;
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

/** {@code /setup/confirm}: the code from the second mail signs the person in; then a second factor is offered. */
@Dependent
@Path("/setup/confirm")
@Produces(Pages.HTML)
public final class ConfirmSetupPage {
  private final ConfirmSetup confirmSetup;
  private final ResendSetupCode resendSetupCode;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public ConfirmSetupPage(ConfirmSetup confirmSetup, ResendSetupCode resendSetupCode, SessionCookies cookies,
      Pages pages) {
    this.confirmSetup = confirmSetup;
    this.resendSetupCode = resendSetupCode;
    this.cookies = cookies;
    this.pages = pages;
  }

  static String path(SecretId challenge) {
    return "/setup/confirm?challenge=" + challenge.value();
  }

  @GET
  @Public
  public Response show(@QueryParam("challenge") @Nullable String challenge,
      @QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return pages.show(visit, view(visit, parse(challenge), Field.empty(), null), Notice.parse(notice));
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
    if (code.isEmpty()) {
      return again(visit, challenge, form, fields.errors());
    }
    Browser browser = cookies.browserOf(visit);
    return switch (confirmSetup
        .confirm(new ConfirmSetup.Command(challenge, code.get(), browser, visit.origin()))) {
      case ConfirmSetup.Outcome.SignedIn in -> cookies
          .bring(pages.goTo(ReturnTo.carry("/setup-mfa", Optional.of("/setup/done"))), in.opened(), browser)
          .header(HttpHeaders.SET_COOKIE, PendingAddress.SETUP.cleared()).build();
      case ConfirmSetup.Outcome.CodeInvalid invalid -> again(visit, challenge, form,
          List.of(FieldError.of("code", "INVALID", "The code is wrong, or it can't be used any more.")));
      case ConfirmSetup.Outcome.AddressTaken taken -> over(visit, 409, "setup.over.taken");
    };
  }

  @POST
  @Path("/resend")
  @Public
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response resend(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SecretId challenge = parse(form.typed("challengeId"));
    return switch (resendSetupCode.resend(challenge, visit.origin())) {
      case ResendSetupCode.Outcome.Sent sent -> pages.goTo(path(challenge) + "&" + Notice.CODE_SENT.query()).build();
      case ResendSetupCode.Outcome.Gone gone -> over(visit, 400, "setup.over.link");
      case ResendSetupCode.Outcome.TooManyMails tooMany -> pages
          .showAgain(visit, 429, view(visit, challenge, Field.empty(),
              pages.messages(visit).text("refused.tooManyMails")))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(RecipientLimit.PERIOD)).build();
    };
  }

  private Response again(Visit visit, SecretId challenge, SubmittedForm form, List<FieldError> errors) {
    Field code = new FormFields(form, errors, pages.messages(visit)).secret("code");
    return pages.showAgain(visit, 400, view(visit, challenge, code, null)).build();
  }

  private Response over(Visit visit, int status, String explanation) {
    return pages.showAgain(visit, status, new SetupOverView(pages.messages(visit).text(explanation))).build();
  }

  private static ConfirmSetupView view(Visit visit, SecretId challenge, Field code, @Nullable String problem) {
    String address = PendingAddress.SETUP.of(visit, challenge).map(EmailAddress::value).orElse(null);
    return new ConfirmSetupView(challenge.value(), address, code, problem);
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
