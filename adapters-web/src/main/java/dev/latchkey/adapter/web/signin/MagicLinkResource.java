package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.mail.MailLimit;
import dev.latchkey.adapter.web.organization.Missing;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Browser;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/auth/magic-link} and {@code /magic-link/redeem}. */
@Dependent
@Path("/auth/magic-link")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class MagicLinkResource {
  private final SendMagicLink sendMagicLink;
  private final RedeemMagicLink redeemMagicLink;
  private final SessionCookies cookies;

  @Inject
  public MagicLinkResource(SendMagicLink sendMagicLink, RedeemMagicLink redeemMagicLink, SessionCookies cookies) {
    this.sendMagicLink = sendMagicLink;
    this.redeemMagicLink = redeemMagicLink;
    this.cookies = cookies;
  }

  @POST
  @Public
  @EntryRoute
  public Response send(SendBody body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<EmailAddress> email = fields.required("email", body.email(), EmailAddress::parse);
    fields.check();
    BearerToken browser = cookies.browserOf(visit).token();
    return switch (sendMagicLink
        .send(new SendMagicLink.Command(email.orElseThrow(), visit.locale(), browser, visit.origin()))) {
      case SendMagicLink.Outcome.Sent sent -> Success.answer(202, "A mail is on its way to the address.", null)
          .header(HttpHeaders.SET_COOKIE, Cookies.browser(browser)).build();
      case SendMagicLink.Outcome.TooManyMails tooMany -> throw new Refused(MailLimit.REACHED);
    };
  }

  @POST
  @Path("/redeem")
  @Public
  @EntryRoute
  public Response redeem(RedeemBody body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<LinkToken> token = fields.required("token", body.token(), LinkToken::parse);
    fields.check();
    Browser browser = cookies.browserOf(visit);
    return switch (redeemMagicLink.redeem(new RedeemMagicLink.Command(token.orElseThrow(), browser,
        Boolean.TRUE.equals(body.confirm()), visit.origin()))) {
      case RedeemMagicLink.Outcome.SignedIn in -> cookies.bring(
          Success.answer(200, "You are signed in.", SignedInData.of(in.opened().session())), in.opened(), browser)
          .build();
      case RedeemMagicLink.Outcome.ConfirmationNeeded needed -> throw new Refused(Refusal.of(Code.CONFIRM_REQUIRED,
          "Another browser asked for this link. Send it again with confirm to sign in here."));
      case RedeemMagicLink.Outcome.LinkInvalid invalid -> throw new Refused(
          Refusal.of(Code.CODE_INVALID, "The link is wrong, or it can't be used any more."));
      case RedeemMagicLink.Outcome.SsoRequired sso -> throw new Refused(Missing.ssoRequired(sso.organization()));
    };
  }

  record SendBody(@Nullable String email) {}

  record RedeemBody(@Nullable String token, @Nullable Boolean confirm) {
    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "RedeemBody[hidden]";
    }
  }
}
