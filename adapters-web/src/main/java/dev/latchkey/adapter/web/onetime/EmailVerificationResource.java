package dev.latchkey.adapter.web.onetime;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Challenge;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.mail.MailLimit;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.Browser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/auth/email/verify} and {@code /email/resend}, for codes of every journey. */
@Dependent
@Path("/auth/email")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class EmailVerificationResource {
  /** Why another address is neither asked for nor taken over. */
  public static final Refusal LAST_OWNER = Refusal.of(Code.LAST_OWNER,
      "No owner would be left who can sign in to your organization. Please see that another owner signs in through it"
          + " first.");

  private final CodeJourneys journeys;
  private final SessionCookies cookies;

  @Inject
  public EmailVerificationResource(CodeJourneys journeys, SessionCookies cookies) {
    this.journeys = journeys;
    this.cookies = cookies;
  }

  @POST
  @Path("/verify")
  @Public
  @EntryRoute
  public Response verify(VerifyBody body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<SecretId> challenge = fields.required("challengeId", body.challengeId(), SecretId::new);
    Optional<MailedCode> code = fields.required("code", body.code(), MailedCode::parse);
    fields.check();
    Browser browser = cookies.browserOf(visit);
    return switch (journeys.verify(challenge.orElseThrow(), code.orElseThrow(), browser, visit)) {
      case CodeJourneys.Verified.SignedUp done -> cookies.bring(
          Success.answer(200, "Your address is confirmed.", SignedInData.of(done.opened().session())), done.opened(),
          browser).build();
      case CodeJourneys.Verified.EmailChanged done -> Success.ok("Your address is changed.",
          SignedInData.of(done.session()));
      case CodeJourneys.Verified.SetUp done -> cookies.bring(
          Success.answer(200, "Your sign-in is set up.", SignedInData.of(done.opened().session())), done.opened(),
          browser).build();
      case CodeJourneys.Verified.Invalid invalid -> throw new Refused(
          Refusal.of(Code.CODE_INVALID, "The code is wrong, or it can't be used any more."));
      case CodeJourneys.Verified.AddressTaken taken -> throw new Refused(
          Refusal.of(Code.CONFLICT, "This address has an account by now."));
      case CodeJourneys.Verified.LastOwner last -> throw new Refused(LAST_OWNER);
    };
  }

  @POST
  @Path("/resend")
  @Public
  @EntryRoute
  public Response resend(ResendBody body, @Context HttpServletRequest request) {
    Fields fields = new Fields();
    Optional<SecretId> challenge = fields.required("challengeId", body.challengeId(), SecretId::new);
    fields.check();
    return switch (journeys.resend(challenge.orElseThrow(), Visit.of(request))) {
      case SENT -> Success.accepted("A new code is on its way.", new Challenge(challenge.orElseThrow().value()));
      case NOTHING_TO_CONFIRM -> throw new Refused(
          Refusal.of(Code.CODE_INVALID, "There is nothing to confirm any more. Please start anew."));
      case TOO_MANY_MAILS -> throw new Refused(MailLimit.REACHED);
    };
  }

  record VerifyBody(@Nullable String challengeId, @Nullable String code) {
    /** Keeps the code out of logs. */
    @Override
    public String toString() {
      return "VerifyBody[hidden]";
    }
  }

  record ResendBody(@Nullable String challengeId) {}
}
