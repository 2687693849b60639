package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.MfaChallengeView;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.mfa.VerifyMfa;
import dev.latchkey.application.passkey.ListPasskeys;
import dev.latchkey.domain.mfa.SecondFactorAnswer;
import dev.latchkey.domain.policy.MfaState;
import dev.latchkey.domain.session.SignedIn;
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

/** {@code /sign-in/mfa}: the step after any first factor, for people who have a second one. */
@Dependent
@Path("/sign-in/mfa")
@Produces(Pages.HTML)
public final class MfaChallengePage {
  private final VerifyMfa verifyMfa;
  private final ListPasskeys listPasskeys;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public MfaChallengePage(VerifyMfa verifyMfa, ListPasskeys listPasskeys, SessionCookies cookies, Pages pages) {
    this.verifyMfa = verifyMfa;
    this.listPasskeys = listPasskeys;
    this.cookies = cookies;
    this.pages = pages;
  }

  @GET
  @NeedsSession(beforeSecondFactor = true)
  public Response show(@QueryParam("returnTo") @Nullable String returnTo, @QueryParam("with") @Nullable String with,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Optional<String> wanted = ReturnTo.parse(returnTo);
    if (MfaState.of(visit.session().signedIn()) != MfaState.REQUIRED) {
      return pages.land(wanted, "/").build();
    }
    return pages.show(visit,
        new MfaChallengeView("recovery".equals(with), hasPasskeys(visit), Field.empty(), wanted.orElse(null), null),
        Optional.empty());
  }

  @POST
  @NeedsSession(beforeSecondFactor = true)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Challenge challenge = new Challenge(visit, form);
    Fields fields = new Fields();
    Optional<SecondFactorAnswer> answer = SecondFactorInput.parse(fields, "totp", form.filled("totp"),
        challenge.recovery ? form.typed("recoveryCode") : form.filled("recoveryCode"));
    return answer.isEmpty() ? challenge.again(fields.errors()) : verify(challenge, answer.get());
  }

  private Response verify(Challenge challenge, SecondFactorAnswer answer) {
    SignedIn signedIn = challenge.visit.session().signedIn();
    return switch (verifyMfa.verify(new VerifyMfa.Command(signedIn, answer, challenge.visit.origin()))) {
      case VerifyMfa.Outcome.Verified verified -> cookies.renew(pages.land(challenge.wanted, "/"), verified.session())
          .build();
      case VerifyMfa.Outcome.CodeInvalid invalid -> challenge
          .again(List.of(FieldError.of(challenge.fieldName(), "INVALID", MfaRefusals.CODE_INVALID.message())));
      case VerifyMfa.Outcome.SessionEnded ended -> cookies
          .take(pages.goTo(ReturnTo.carry("/sign-in?" + Notice.TOO_MANY_CODES.query(), challenge.wanted))).build();
      case VerifyMfa.Outcome.TooManyTries tooMany -> challenge
          .ask(429, Field.empty(),
              challenge.messages.text("refused.mfa.wait", Times.wait(challenge.messages, tooMany.retryAfter())))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(tooMany.retryAfter())).build();
    };
  }

  private boolean hasPasskeys(Visit visit) {
    return !listPasskeys.list(visit.session().signedIn()).isEmpty();
  }

  /** The form that came in, and how it is shown again. */
  private final class Challenge {
    private final Visit visit;
    private final SubmittedForm form;
    private final Messages messages;
    private final Optional<String> wanted;
    private final boolean recovery;

    private Challenge(Visit visit, SubmittedForm form) {
      this.visit = visit;
      this.form = form;
      this.messages = pages.messages(visit);
      this.wanted = ReturnTo.parse(form.typed("returnTo"));
      this.recovery = form.typed("with").equals("recovery");
    }

    private String fieldName() {
      return recovery ? "recoveryCode" : "totp";
    }

    private Response again(List<FieldError> errors) {
      return ask(400, new FormFields(form, errors, messages).secret(fieldName()), null).build();
    }

    private Response.ResponseBuilder ask(int status, Field answer, @Nullable String problem) {
      return pages.showAgain(visit, status, new MfaChallengeView(recovery, hasPasskeys(visit), answer,
          wanted.orElse(null), problem));
    }
  }
}
