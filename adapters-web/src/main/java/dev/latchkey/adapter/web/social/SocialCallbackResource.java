package dev.latchkey.adapter.web.social;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.federation.Arriving;
import dev.latchkey.adapter.web.federation.ReturnQuery;
import dev.latchkey.adapter.web.federation.SocialRefusals;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.social.CompleteSocialSignIn;
import dev.latchkey.application.social.CompleteSocialSignIn.Outcome;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.social.SocialProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * {@code GET /api/auth/social/{provider}/callback}: the way back from a provider of the deployment, protected like the one
 * from an organization's: by {@code state}, which only the browser that was sent away can bring back.
 */
@Dependent
@Path("/auth/social/{provider}/callback")
@Produces({Pages.HTML, MediaType.APPLICATION_JSON})
public final class SocialCallbackResource {
  private final CompleteSocialSignIn complete;
  private final SocialRefusals refusals;
  private final Arriving arriving;
  private final SessionCookies cookies;

  @Inject
  public SocialCallbackResource(CompleteSocialSignIn complete, SocialRefusals refusals, Arriving arriving,
      SessionCookies cookies) {
    this.complete = complete;
    this.refusals = refusals;
    this.arriving = arriving;
    this.cookies = cookies;
  }

  @GET
  @Public
  @EntryRoute
  public Response back(@PathParam("provider") String provider, @Context UriInfo uri,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    ReturnQuery query = ReturnQuery.of(uri.getQueryParameters());
    return SocialProvider.of(provider).map(it -> back(it, query, visit)).orElseGet(() -> refusals.notOffered(visit));
  }

  private Response back(SocialProvider provider, ReturnQuery query, Visit visit) {
    Browser browser = cookies.browserOf(visit);
    return switch (complete.complete(new CompleteSocialSignIn.Command(provider, query.state(), query.answer(), browser,
        visit.locale(), visit.origin()))) {
      case Outcome.Entered entered -> arriving.lead(entered.session(), browser, entered.returnTo());
      case Outcome.SsoRequired sso -> refusals.ssoRequired(sso.organization(), sso.returnTo(), visit);
      case Outcome.NotOffered none -> refusals.notOffered(visit);
      case Outcome.Refused refused -> refusals.of(refused.fault(), provider, refused.linking(), visit);
    };
  }
}
