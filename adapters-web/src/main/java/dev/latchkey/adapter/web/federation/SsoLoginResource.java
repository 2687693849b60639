package dev.latchkey.adapter.web.federation;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.protect.CrossSite;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.ReturnTo;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.federation.BeginSsoSignIn;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/auth/sso/{slug}/login}: the way to an organization's identity provider. Only ever followed as a link or
 * redirect, by a browser: its lasting cookie is how it is recognised when it comes back.
 */
@Dependent
@Path("/auth/sso/{slug}/login")
@Produces({Pages.HTML, MediaType.APPLICATION_JSON})
public final class SsoLoginResource {
  private final BeginSsoSignIn begin;
  private final SsoRefusals refusals;
  private final SessionCookies cookies;

  @Inject
  public SsoLoginResource(BeginSsoSignIn begin, SsoRefusals refusals, SessionCookies cookies) {
    this.begin = begin;
    this.refusals = refusals;
    this.cookies = cookies;
  }

  /**
   * @param prompt {@code login} if the person is to show at the provider again who they are
   * @param invitation the token of the invitation that is accepted by it
   */
  @GET
  @Public
  @EntryRoute
  public Response login(@PathParam("slug") String slug, @QueryParam("returnTo") @Nullable String returnTo,
      @QueryParam("login_hint") @Nullable String loginHint, @QueryParam("prompt") @Nullable String prompt,
      @QueryParam("invitation") @Nullable String invitation,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Browser browser = cookies.browserOf(visit);
    Optional<Slug> organization = parse(slug, Slug::new);
    if (organization.isEmpty()) {
      return refusals.notOffered(visit);
    }
    return switch (begin.begin(new BeginSsoSignIn.Command(organization.get(), parse(loginHint, EmailAddress::parse),
        "login".equals(prompt), parse(invitation, LinkToken::parse), ReturnTo.parse(returnTo),
        new SentBrowser(browser.hash(), CrossSite.leads(visit)),
        visit.origin()))) {
      case BeginSsoSignIn.Outcome.LedAway away -> Response.status(Response.Status.FOUND)
          .header(HttpHeaders.LOCATION, away.location())
          .header(HttpHeaders.SET_COOKIE, Cookies.browser(browser.token())).build();
      case BeginSsoSignIn.Outcome.NotOffered none -> refusals.notOffered(visit);
      case BeginSsoSignIn.Outcome.Refused refused -> refusals.of(refused.fault(), organization, false, visit);
    };
  }

  /** What doesn't help is left out: a hint that is no address, a slug that nobody can have, a token that is none of ours. */
  private static <T> Optional<T> parse(@Nullable String text, Function<String, T> parser) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
