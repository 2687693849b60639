package dev.latchkey.adapter.web.federation;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.SecondFactorStep;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.federation.CompleteSsoSignIn.Outcome;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.sso.CallbackAnswer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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
  private final Pages pages;

  @Inject
  public SsoCallbackResource(CompleteSsoSignIn complete, SsoRefusals refusals, SessionCookies cookies, Pages pages) {
    this.complete = complete;
    this.refusals = refusals;
    this.cookies = cookies;
    this.pages = pages;
  }

  /** For all organizations that have none of their own. */
  @GET
  @Path("/callback")
  @Public
  @EntryRoute
  public Response shared(@Context UriInfo uri, @Context HttpServletRequest request) {
    return complete(Visit.of(request), uri.getQueryParameters(), Optional.empty());
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
      return complete(visit, uri.getQueryParameters(), Optional.of(new Slug(slug)));
    } catch (InvalidValue e) {
      return refusals.notOffered(visit);
    }
  }

  private Response complete(Visit visit, MultivaluedMap<String, String> query, Optional<Slug> dedicated) {
    Browser browser = cookies.browserOf(visit);
    CallbackAnswer answer = new CallbackAnswer(single(query, "code"), single(query, "iss"), single(query, "error"),
        single(query, "error_description"));
    return switch (complete.complete(new CompleteSsoSignIn.Command(state(query), answer, dedicated, browser,
        visit.locale(), visit.origin()))) {
      case Outcome.Entered entered -> enter(entered, browser);
      case Outcome.Refused refused -> refusals.of(refused, visit);
    };
  }

  private Response enter(Outcome.Entered entered, Browser browser) {
    Response.ResponseBuilder onward = SecondFactorStep.lead(pages, entered.session().signedIn(), entered.returnTo());
    return switch (entered.session()) {
      case SsoSessions.Entered.Opened opened -> cookies.bring(onward, opened.session(), browser).build();
      case SsoSessions.Entered.Promoted promoted -> cookies.renew(onward, promoted.session()).build();
    };
  }

  /** What is there twice may be read in two ways, and counts as absent (RFC 6749 §3.1). */
  private static Optional<String> single(MultivaluedMap<String, String> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()).filter(it -> !it.isEmpty()) : Optional.empty();
  }

  private static Optional<LinkToken> state(MultivaluedMap<String, String> query) {
    return single(query, "state").flatMap(text -> {
      try {
        return Optional.of(LinkToken.parse(text));
      } catch (InvalidValue e) {
        return Optional.empty();
      }
    });
  }
}
