package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.ReauthenticationCodeView;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.application.mfa.SendReauthenticationCode;
import dev.latchkey.domain.mail.RecipientLimit;
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

/** {@code /reauthenticate/code}: confirms who one is by a code from a mail, for who has nothing else at hand. */
@Dependent
@Path(ReauthenticationCodePage.PATH)
@Produces(Pages.HTML)
public final class ReauthenticationCodePage {
  static final String PATH = ProofTooOld.PATH + "/code";

  private final SendReauthenticationCode send;
  private final Reauthenticate reauthenticate;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public ReauthenticationCodePage(SendReauthenticationCode send, Reauthenticate reauthenticate, SessionCookies cookies,
      Pages pages) {
    this.send = send;
    this.reauthenticate = reauthenticate;
    this.cookies = cookies;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@QueryParam("challenge") @Nullable String challenge,
      @QueryParam("returnTo") @Nullable String returnTo, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return challenge == null
        ? pages.goTo(ReturnTo.carry(ProofTooOld.PATH, ReturnTo.parse(returnTo))).build()
        : pages.show(visit, view(visit, challenge, Field.empty(), ReturnTo.parse(returnTo), null), Optional.empty());
  }

  @POST
  @Path("/send")
  @NeedsSession
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Optional<String> wanted = ReturnTo.parse(form.typed("returnTo"));
    return switch (send.send(visit.session().signedIn(), visit.origin())) {
      case SendReauthenticationCode.Outcome.CodeSent sent -> pages
          .goTo(ReturnTo.carry(PATH + "?challenge=" + sent.challenge().value(), wanted)).build();
      case SendReauthenticationCode.Outcome.TooManyMails tooMany -> wait(429, visit,
          view(visit, form.filled("challengeId"), Field.empty(), wanted,
              pages.messages(visit).text("refused.tooManyMails")),
          RecipientLimit.PERIOD);
    };
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Optional<String> wanted = ReturnTo.parse(form.typed("returnTo"));
    Fields fields = new Fields();
    Optional<Reauthenticate.Evidence> evidence =
        EvidenceInput.parseMailed(fields, form.typed("challengeId"), form.filled("code"));
    if (evidence.isEmpty()) {
      return again(visit, form, fields.errors());
    }
    try {
      return switch (reauthenticate.reauthenticate(
          new Reauthenticate.Command(visit.session().signedIn(), evidence.get(), visit.origin()))) {
        case Reauthenticate.Outcome.Proven proven -> cookies.renew(pages.goTo(wanted.orElse("/")), proven.session())
            .build();
        case Reauthenticate.Outcome.Refused refused -> again(visit, form,
            List.of(FieldError.of("code", "INVALID", "The code is wrong, or it can't be used any more.")));
        case Reauthenticate.Outcome.TooManyTries tooMany -> wait(visit, form, "refused.mfa.wait", 429,
            tooMany.retryAfter());
      };
    } catch (Unavailable busy) {
      return wait(visit, form, "refused.busy", 503, busy.retryAfter());
    }
  }

  private Response again(Visit visit, SubmittedForm form, List<FieldError> errors) {
    Field code = new FormFields(form, errors, pages.messages(visit)).secret("code");
    return pages.showAgain(visit, 400,
        view(visit, form.typed("challengeId"), code, ReturnTo.parse(form.typed("returnTo")), null)).build();
  }

  private Response wait(Visit visit, SubmittedForm form, String key, int status, Duration pause) {
    var messages = pages.messages(visit);
    return wait(status, visit, view(visit, form.typed("challengeId"), Field.empty(),
        ReturnTo.parse(form.typed("returnTo")), messages.text(key, Times.wait(messages, pause))), pause);
  }

  private Response wait(int status, Visit visit, ReauthenticationCodeView view, Duration pause) {
    return pages.showAgain(visit, status, view).header(HttpHeaders.RETRY_AFTER, RetryAfter.of(pause)).build();
  }

  private static ReauthenticationCodeView view(Visit visit, @Nullable String challenge, Field code,
      Optional<String> wanted, @Nullable String problem) {
    return new ReauthenticationCodeView(visit.session().signedIn().person().email().value(), challenge, code,
        wanted.orElse(null), problem);
  }
}
