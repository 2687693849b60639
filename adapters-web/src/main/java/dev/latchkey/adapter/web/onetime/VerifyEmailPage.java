package dev.latchkey.adapter.web.onetime;

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
import dev.latchkey.adapter.web.page.view.CodeJourney;
import dev.latchkey.adapter.web.page.view.CodeOverView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.VerifyEmailView;
import dev.latchkey.adapter.web.request.PendingAddress;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
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

/** {@code /verify-email}: where the code from a mail is entered, to create an account and on other journeys. */
@Dependent
@Path("/verify-email")
@Produces(Pages.HTML)
public final class VerifyEmailPage {
  private final CodeJourneys journeys;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public VerifyEmailPage(CodeJourneys journeys, SessionCookies cookies, Pages pages) {
    this.journeys = journeys;
    this.cookies = cookies;
    this.pages = pages;
  }

  /** Where the code for a challenge is entered. */
  public static String path(SecretId challenge) {
    return "/verify-email?challenge=" + challenge.value();
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
    return switch (journeys.verify(challenge, code.get(), browser, visit)) {
      case CodeJourneys.Verified.SignedUp done -> cookies
          .bring(pages.goTo("/setup-mfa?" + Notice.SIGNED_UP.query()), done.opened(), browser)
          .header(HttpHeaders.SET_COOKIE, PendingAddress.SIGN_UP.cleared()).build();
      case CodeJourneys.Verified.EmailChanged done -> pages.goTo("/account?" + Notice.EMAIL_CHANGED.query())
          .header(HttpHeaders.SET_COOKIE, PendingAddress.EMAIL_CHANGE.cleared()).build();
      case CodeJourneys.Verified.SetUp done -> cookies
          .bring(pages.goTo(ReturnTo.carry("/setup-mfa", Optional.of("/setup/done"))), done.opened(), browser).build();
      case CodeJourneys.Verified.Invalid invalid -> again(visit, challenge, form,
          List.of(FieldError.of("code", "INVALID", "The code is wrong, or it can't be used any more.")));
      case CodeJourneys.Verified.AddressTaken taken -> over(visit, challenge, 409, "refused.addressTaken.");
      case CodeJourneys.Verified.LastOwner last ->
        over(visit, challenge, Code.LAST_OWNER.status(), "refused.lastOwner.");
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
    return switch (journeys.resend(challenge, visit)) {
      case SENT -> Begun.of(visit, challenge)
          .prolong(pages.goTo(path(challenge) + "&" + Notice.CODE_SENT.query()), challenge).build();
      case NOTHING_TO_CONFIRM -> over(visit, challenge, 400, "refused.codeOver.");
      case TOO_MANY_MAILS -> pages
          .showAgain(visit, 429, view(visit, challenge, Field.empty(),
              pages.messages(visit).text("refused.tooManyMails")))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(RecipientLimit.PERIOD)).build();
    };
  }

  private Response again(Visit visit, SecretId challenge, SubmittedForm form, List<FieldError> errors) {
    Field code = new FormFields(form, errors, pages.messages(visit)).secret("code");
    return pages.showAgain(visit, 400, view(visit, challenge, code, null)).build();
  }

  private Response over(Visit visit, SecretId challenge, int status, String explanation) {
    CodeJourney journey = Begun.of(visit, challenge).journey();
    return pages
        .showAgain(visit, status, new CodeOverView(journey, pages.messages(visit).text(explanation + journey)))
        .build();
  }

  private static VerifyEmailView view(Visit visit, SecretId challenge, Field code, @Nullable String problem) {
    Begun begun = Begun.of(visit, challenge);
    return new VerifyEmailView(begun.journey(), challenge.value(),
        begun.address().map(EmailAddress::value).orElse(null), code, problem);
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
