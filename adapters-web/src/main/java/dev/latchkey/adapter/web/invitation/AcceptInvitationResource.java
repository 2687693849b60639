package dev.latchkey.adapter.web.invitation;

import dev.latchkey.adapter.web.access.Callers;
import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Missing;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.application.invitation.AcceptSignedIn;
import dev.latchkey.application.invitation.AcceptWithPassword;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.application.ssoinvitation.OfferSso;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.signin.Password;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/auth/invitations/accept}: with a name and a password for a new account, or with the token alone in a
 * session of the account that the address has.
 */
@Dependent
@Path("/auth/invitations/accept")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AcceptInvitationResource {
  private static final Refusal LINK_INVALID =
      Refusal.of(Code.CODE_INVALID, "The link is wrong, or it can't be used any more. Please ask for a new one.");

  private final AcceptWithPassword acceptWithPassword;
  private final AcceptSignedIn acceptSignedIn;
  private final OfferSso offerSso;
  private final SessionCookies cookies;
  private final Callers callers;

  @Inject
  public AcceptInvitationResource(AcceptWithPassword acceptWithPassword, AcceptSignedIn acceptSignedIn,
      OfferSso offerSso, SessionCookies cookies, Callers callers) {
    this.acceptWithPassword = acceptWithPassword;
    this.acceptSignedIn = acceptSignedIn;
    this.offerSso = offerSso;
    this.cookies = cookies;
    this.callers = callers;
  }

  @POST
  @Public
  @EntryRoute
  public Response accept(Body body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    if (Boolean.TRUE.equals(body.sso())) {
      return bySso(body.parseToken());
    }
    return body.name() == null && body.password() == null
        ? signedIn(body.parseToken(), visit)
        : withPassword(body.parse(visit, cookies.browserOf(visit)));
  }

  private Response bySso(LinkToken token) {
    return switch (offerSso.offer(token)) {
      case OfferSso.Outcome.Offered offered -> Success.ok("Go on at the organization's identity provider.",
          new Redirect(InvitationSso.path(offered, token)));
      case OfferSso.Outcome.NotOffered not -> throw new Refused(Refusal.invalid(List.of(FieldError.of("sso",
          "NO_SINGLE_SIGN_ON", "The organization has no single sign-on yet. Accept with a name and a password."))));
      case OfferSso.Outcome.LinkInvalid invalid -> throw new Refused(LINK_INVALID);
    };
  }

  private Response withPassword(AcceptWithPassword.Command command) {
    return switch (acceptWithPassword.accept(command)) {
      case AcceptWithPassword.Outcome.SignedIn in -> cookies
          .bring(Success.answer(200, "You are a member now, and signed in.", SignedInData.of(in.opened().session())),
              in.opened(), command.browser())
          .build();
      case AcceptWithPassword.Outcome.LinkInvalid invalid -> throw new Refused(LINK_INVALID);
      case AcceptWithPassword.Outcome.AccountExists known -> throw new Refused(Refusal.of(Code.CONFLICT,
          "This address has an account. Sign in with it, then send the token alone."));
      case AcceptWithPassword.Outcome.SsoRequired sso ->
        throw new Refused(ssoRequired(command.token(), sso.organization()));
      case AcceptWithPassword.Outcome.PasswordRejected rejected -> throw new Refused(Refusal.invalid(List.of(
          FieldError.of("password", rejected.rejection().code(), rejected.rejection().message()))));
    };
  }

  private Refusal ssoRequired(LinkToken token, Slug organization) {
    Refusal refusal = Missing.ssoRequired(organization);
    return offerSso.offer(token) instanceof OfferSso.Outcome.Offered offered
        ? refusal.redirectTo(InvitationSso.path(offered, token))
        : refusal;
  }

  private Response signedIn(LinkToken token, Visit visit) {
    return switch (acceptSignedIn.accept(
        new AcceptSignedIn.Command(token, callers.find(visit).map(LiveSession::signedIn), visit.origin()))) {
      case AcceptSignedIn.Outcome.Joined joined -> Success.ok("You are a member now.",
          SignedInData.of(joined.session()));
      case AcceptSignedIn.Outcome.LinkInvalid invalid -> throw new Refused(LINK_INVALID);
      case AcceptSignedIn.Outcome.AccountMissing missing -> throw new Refused(Refusal.invalid(List.of(
          FieldError.of("name", "REQUIRED", "Please fill this in."),
          FieldError.of("password", "REQUIRED", "Please enter a password."))));
      case AcceptSignedIn.Outcome.SignInNeeded needed -> throw new Refused(Refusal.of(Code.UNAUTHENTICATED,
          "This address has an account. Please sign in with it, then send the token again."));
      case AcceptSignedIn.Outcome.OtherAccount other -> throw new Refused(Refusal.of(Code.FORBIDDEN,
          "You are signed in with another address than the one that was invited."));
      case AcceptSignedIn.Outcome.SecondFactorNeeded needed -> throw new Refused(
          Refusal.of(Code.MFA_REQUIRED, "Please show your second factor first.").redirectTo("/sign-in/mfa"));
    };
  }

  /** Where to send the browser. */
  record Redirect(String redirect) {}

  record Body(@Nullable String token, @Nullable String name, @Nullable String password, @Nullable Boolean sso) {

    LinkToken parseToken() {
      Fields fields = new Fields();
      Optional<LinkToken> link = fields.required("token", token, LinkToken::parse);
      fields.check();
      return link.orElseThrow();
    }

    AcceptWithPassword.Command parse(Visit visit, Browser browser) {
      Fields fields = new Fields();
      Optional<LinkToken> link = fields.required("token", token, LinkToken::parse);
      Optional<PersonName> person = fields.required("name", name, PersonName::new);
      Optional<Password> chosen = fields.required("password", password, Password::new);
      fields.check();
      return new AcceptWithPassword.Command(link.orElseThrow(), person.orElseThrow(), chosen.orElseThrow(),
          visit.locale(), browser, visit.origin());
    }

    /** Keeps token and password out of logs. */
    @Override
    public String toString() {
      return "AcceptInvitationResource.Body[hidden]";
    }
  }
}
