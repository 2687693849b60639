package dev.latchkey.adapter.web.passkey;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Missing;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.passkey.SignInWithPasskey;
import dev.latchkey.application.passkey.StartPasskeyAssertion;
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

/** {@code /api/auth/passkeys/authentication-options} and {@code /authenticate}: signing in by a passkey. */
@Dependent
@Path("/auth/passkeys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PasskeySignInResource {
  private final StartPasskeyAssertion startAssertion;
  private final SignInWithPasskey signIn;
  private final WebSettings settings;
  private final SessionCookies cookies;

  @Inject
  public PasskeySignInResource(StartPasskeyAssertion startAssertion, SignInWithPasskey signIn, WebSettings settings,
      SessionCookies cookies) {
    this.startAssertion = startAssertion;
    this.signIn = signIn;
    this.settings = settings;
    this.cookies = cookies;
  }

  @POST
  @Path("/authentication-options")
  @Public
  @EntryRoute
  public Response start() {
    return Success.ok("Have a passkey sign this.", RequestOptions.of(startAssertion.start(), settings));
  }

  @POST
  @Path("/authenticate")
  @Public
  @EntryRoute
  public Response authenticate(AssertionBody body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Browser browser = cookies.browserOf(visit);
    return switch (signIn.signIn(new SignInWithPasskey.Command(body.parse(), browser, visit.origin()))) {
      case SignInWithPasskey.Outcome.SignedIn in -> cookies.bring(
          Success.answer(200, "You are signed in.", SignedInData.of(in.opened().session())), in.opened(), browser)
          .build();
      case SignInWithPasskey.Outcome.Refused refused -> throw new Refused(
          Refusal.of(Code.INVALID_CREDENTIALS, "This passkey doesn't sign anybody in here."));
      case SignInWithPasskey.Outcome.SsoRequired sso -> throw new Refused(Missing.ssoRequired(sso.organization()));
    };
  }
}
