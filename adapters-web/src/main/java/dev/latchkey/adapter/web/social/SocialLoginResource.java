package dev.latchkey.adapter.web.social;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.federation.SocialRefusals;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.protect.CrossSite;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.social.BeginSocialSignIn;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.SentBrowser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/auth/social/{provider}/login}: the way to a provider of the deployment. Only ever followed as a link, by
 * a browser: its lasting cookie is how it is recognised when it comes back.
 */
@Dependent
@Path("/auth/social/{provider}/login")
@Produces({Pages.HTML, MediaType.APPLICATION_JSON})
public final class SocialLoginResource {
  private final BeginSocialSignIn begin;
  private final SocialRefusals refusals;
  private final SessionCookies cookies;

  @Inject
  public SocialLoginResource(BeginSocialSignIn begin, SocialRefusals refusals, SessionCookies cookies) {
    this.begin = begin;
    this.refusals = refusals;
    this.cookies = cookies;
  }

  @GET
  @Public
  @EntryRoute
  public Response login(@PathParam("provider") String provider, @QueryParam("returnTo") @Nullable String returnTo,
      @QueryParam("login_hint") @Nullable String loginHint, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return SocialProvider.of(provider).map(it -> login(it, ReturnTo.parse(returnTo), hint(loginHint), visit))
        .orElseGet(() -> refusals.notOffered(visit));
  }

  private Response login(SocialProvider provider, Optional<String> wanted, Optional<EmailAddress> hint, Visit visit) {
    Browser browser = cookies.browserOf(visit);
    return switch (begin
        .begin(new BeginSocialSignIn.Command(provider, hint, wanted,
            new SentBrowser(browser.hash(), CrossSite.leads(visit)), visit.origin()))) {
      case BeginSocialSignIn.Outcome.LedAway away -> Response.status(Response.Status.FOUND)
          .header(HttpHeaders.LOCATION, away.location())
          .header(HttpHeaders.SET_COOKIE, Cookies.browser(browser.token())).build();
      case BeginSocialSignIn.Outcome.NotOffered none -> refusals.notOffered(visit);
      case BeginSocialSignIn.Outcome.Refused refused -> refusals.of(refused.fault(), provider, false, visit);
    };
  }

  /** A hint that is no address doesn't help and is left out. */
  private static Optional<EmailAddress> hint(@Nullable String typed) {
    try {
      return Optional.ofNullable(typed).map(EmailAddress::parse);
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
