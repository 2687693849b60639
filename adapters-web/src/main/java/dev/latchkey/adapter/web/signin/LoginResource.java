package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Missing;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/auth/login}. */
@Dependent
@Path("/auth/login")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class LoginResource {
  private final SignInWithPassword signIn;
  private final SessionCookies cookies;

  @Inject
  public LoginResource(SignInWithPassword signIn, SessionCookies cookies) {
    this.signIn = signIn;
    this.cookies = cookies;
  }

  @POST
  @Public
  @EntryRoute
  public Response login(Body body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Browser browser = cookies.browserOf(visit);
    return switch (signIn.signIn(body.parse(browser, visit))) {
      case SignInWithPassword.Outcome.SignedIn in -> cookies.bring(
          Success.answer(200, "You are signed in.", SignedInData.of(in.opened().session())), in.opened(), browser)
          .build();
      case SignInWithPassword.Outcome.Refused refused -> throw new Refused(
          Refusal.of(Code.INVALID_CREDENTIALS, "The e-mail address or the password isn't right."));
      case SignInWithPassword.Outcome.SsoRequired sso -> throw new Refused(Missing.ssoRequired(sso.organization()));
      case SignInWithPassword.Outcome.TooManyTries tooMany -> throw new Refused(
          Refusal.tooManyRequests("Too many tries for this account. Please wait.", tooMany.retryAfter()));
    };
  }

  /** @param organization slug of the one that the person wants to enter */
  record Body(@Nullable String email, @Nullable String password, @Nullable String organization) {

    SignInWithPassword.Command parse(Browser browser, Visit visit) {
      Fields fields = new Fields();
      Optional<EmailAddress> address = fields.required("email", email, EmailAddress::parse);
      Optional<Password> typed = fields.required("password", password, Password::new);
      Optional<Slug> target = fields.optional("organization", organization, Slug::new);
      fields.check();
      return new SignInWithPassword.Command(address.orElseThrow(), typed.orElseThrow(), target, browser,
          visit.origin());
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
      return "LoginResource.Body[hidden]";
    }
  }
}
