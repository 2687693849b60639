package dev.latchkey.adapter.web.federation;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.federation.CompleteSsoSignIn.Outcome;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
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
import java.util.Optional;

/**
 * The way back from an identity provider. It is followed from a page of another site, which is as it should be: the
 * session's and the browser's cookies are sent along since it is a navigation, and what protects it is {@code state},
 * which only the browser that was sent away can bring back.
 */
@Dependent
@Path("/auth/sso")
@Produces({Pages.HTML, MediaType.APPLICATION_JSON})
public final class SsoCallbackResource {
  private final CompleteSsoSignIn complete;
  private final SsoRefusals refusals;
  private final SessionCookies cookies;
  private final Arriving arriving;

  @Inject
  public SsoCallbackResource(CompleteSsoSignIn complete, SsoRefusals refusals, SessionCookies cookies,
      Arriving arriving) {
    this.complete = complete;
    this.refusals = refusals;
    this.cookies = cookies;
    this.arriving = arriving;
  }

  /** For all organizations that have none of their own. */
  @GET
  @Path("/callback")
  @Public
  @EntryRoute
  public Response shared(@Context UriInfo uri, @Context HttpServletRequest request) {
    return complete(Visit.of(request), ReturnQuery.of(uri.getQueryParameters()), Optional.empty());
  }

  /** An organization's own. */
  @GET
  @Path("/{slug}/callback")
  @Public
  @EntryRoute
  public Response dedicated(@PathParam("slug") String slug, @Context UriInfo uri,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    try {
      return complete(visit, ReturnQuery.of(uri.getQueryParameters()), Optional.of(new Slug(slug)));
    } catch (InvalidValue e) {
      return refusals.notOffered(visit);
    }
  }

  private Response complete(Visit visit, ReturnQuery query, Optional<Slug> dedicated) {
    Browser browser = cookies.browserOf(visit);
    return switch (complete.complete(new CompleteSsoSignIn.Command(query.state(), query.answer(), dedicated, browser,
        visit.locale(), visit.origin()))) {
      case Outcome.Entered entered -> arriving.lead(entered.session(), browser, entered.returnTo());
      case Outcome.Refused refused -> refusals.of(refused, visit);
    };
  }
}
