package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.access.Callers;
import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.RetryAfter;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.LeavingView;
import dev.latchkey.adapter.web.page.view.SignInAddressView;
import dev.latchkey.adapter.web.page.view.SignInPasswordView;
import dev.latchkey.adapter.web.page.view.SsoDepartureView;
import dev.latchkey.adapter.web.request.PendingAddress;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SecondFactorStep;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.application.Unavailable;
import dev.latchkey.application.discovery.DiscoverSignIn;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.signin.Password;
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
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /sign-in}: the address first, then what it is signed in with. Both steps look the same for every address, but for
 * those whose domain leads to an identity provider; with {@code classic} they are asked for a password here, too.
 */
@Dependent
@Path("/sign-in")
@Produces(Pages.HTML)
public final class SignInPage {
  private static final String CLASSIC = "classic";

  private final DiscoverSignIn discoverSignIn;
  private final SignInWithPassword signIn;
  private final SessionCookies cookies;
  private final Callers callers;
  private final Pages pages;
  private final WebSettings settings;

  @Inject
  public SignInPage(DiscoverSignIn discoverSignIn, SignInWithPassword signIn, SessionCookies cookies, Callers callers,
      Pages pages, WebSettings settings) {
    this.discoverSignIn = discoverSignIn;
    this.signIn = signIn;
    this.cookies = cookies;
    this.callers = callers;
    this.pages = pages;
    this.settings = settings;
  }

  @GET
  @Public
  public Response show(@QueryParam("returnTo") @Nullable String returnTo, @QueryParam(CLASSIC) @Nullable String classic,
      @QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Optional<String> wanted = ReturnTo.parse(returnTo);
    if (callers.isSignedIn(visit)) {
      return pages.goTo(wanted.orElse("/")).build();
    }
    return pages.show(visit,
        new SignInAddressView(Field.empty(), settings.signUpOpen(), classic != null, wanted.orElse(null), null),
        Notice.parse(notice));
  }

  @POST
  @Public
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Optional<String> wanted = ReturnTo.parse(form.typed("returnTo"));
    Fields fields = new Fields();
    Optional<EmailAddress> email = fields.required("email", form.filled("email"), EmailAddress::parse);
    if (email.isEmpty()) {
      Field field = new FormFields(form, fields.errors(), pages.messages(visit)).field("email");
      return pages.showAgain(visit, 400,
          new SignInAddressView(field, settings.signUpOpen(), isClassic(form), wanted.orElse(null), null)).build();
    }
    PasswordStep step = new PasswordStep(visit, email.get(), wanted);
    if (!form.typed("step").equals("password")) {
      if (!isClassic(form) && discoverSignIn.discover(email.get()) instanceof DiscoverSignIn.Outcome.SingleSignOn sso) {
        return depart(visit, SsoEntry.hinting(sso.organization().value(), email.get(), wanted), email.get(), wanted);
      }
      return step.ask(200, Field.empty(), null)
          .header(HttpHeaders.SET_COOKIE, PendingAddress.SIGN_IN.cookie(email.get())).build();
    }
    Optional<Password> password = fields.required("password", form.typed("password"), Password::new);
    return password.isPresent()
        ? step.signIn(password.get())
        : step.ask(400, new FormFields(form, fields.errors(), step.messages).secret("password"), null).build();
  }

  private Response depart(Visit visit, String entry, EmailAddress email, Optional<String> wanted) {
    return pages.showAgain(visit, 200, new SsoDepartureView(email.value(), entry, wanted.orElse(null)))
        .header("Refresh", "0; url=" + entry).build();
  }

  private static boolean isClassic(SubmittedForm form) {
    return !form.typed(CLASSIC).isEmpty();
  }

  /** The second step, for one address. */
  private final class PasswordStep {
    private final Visit visit;
    private final EmailAddress email;
    private final Optional<String> wanted;
    private final Messages messages;

    private PasswordStep(Visit visit, EmailAddress email, Optional<String> wanted) {
      this.visit = visit;
      this.email = email;
      this.wanted = wanted;
      this.messages = pages.messages(visit);
    }

    private Response signIn(Password password) {
      Browser browser = cookies.browserOf(visit);
      try {
        return switch (signIn.signIn(
            new SignInWithPassword.Command(email, password, Optional.empty(), browser, visit.origin()))) {
          case SignInWithPassword.Outcome.SignedIn in -> cookies.bring(
              SecondFactorStep.lead(pages, in.opened().session().signedIn(), wanted), in.opened(), browser).build();
          case SignInWithPassword.Outcome.Refused refused -> ask(401, Field.empty(),
              messages.text("refused.signIn.credentials")).build();
          case SignInWithPassword.Outcome.SsoRequired sso -> pages.leave(visit,
              URI.create(SsoEntry.hinting(sso.organization().value(), email, wanted)), LeavingView.Reason.SIGN_IN)
              .build();
          case SignInWithPassword.Outcome.TooManyTries tooMany -> wait(429, "refused.signIn.wait",
              tooMany.retryAfter());
        };
      } catch (Unavailable busy) {
        return wait(503, "refused.busy", busy.retryAfter());
      }
    }

    private Response wait(int status, String key, Duration pause) {
      return ask(status, Field.empty(), messages.text(key, Times.wait(messages, pause)))
          .header(HttpHeaders.RETRY_AFTER, RetryAfter.of(pause)).build();
    }

    private Response.ResponseBuilder ask(int status, Field password, @Nullable String problem) {
      return pages.showAgain(visit, status,
          new SignInPasswordView(email.value(), password, wanted.orElse(null), problem));
    }
  }
}
