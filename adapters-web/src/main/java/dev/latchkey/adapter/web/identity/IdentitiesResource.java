package dev.latchkey.adapter.web.identity;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.federation.SsoRefusals;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.federation.BeginSsoLinking;
import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.application.federation.UnlinkIdentity;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.sso.IdentityId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /api/auth/identities}: as whom identity providers know the person. */
@Dependent
@Path("/auth/identities")
@Produces(MediaType.APPLICATION_JSON)
public final class IdentitiesResource {
  private final ListIdentities listIdentities;
  private final BeginSsoLinking beginLinking;
  private final UnlinkIdentity unlinkIdentity;
  private final SessionCookies cookies;

  @Inject
  public IdentitiesResource(ListIdentities listIdentities, BeginSsoLinking beginLinking,
      UnlinkIdentity unlinkIdentity, SessionCookies cookies) {
    this.listIdentities = listIdentities;
    this.beginLinking = beginLinking;
    this.unlinkIdentity = unlinkIdentity;
    this.cookies = cookies;
  }

  @GET
  @NeedsSession
  public Response list(@Context HttpServletRequest request) {
    ListIdentities.Found found = listIdentities.list(Visit.of(request).session().signedIn());
    return Success.ok("Your linked identities.",
        Items.all(Stream.concat(found.identities().stream().map(IdentityData::of),
            found.social().stream().map(IdentityData::of)).toList()));
  }

  @POST
  @Path("/link/{slug}")
  @NeedsSession
  public Response link(@PathParam("slug") String slug, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Browser browser = cookies.browserOf(visit);
    return switch (beginLinking.begin(new BeginSsoLinking.Command(visit.session().signedIn(), parse(slug, Slug::new),
        browser.hash(), IdentitiesPage.LINKED, visit.origin()))) {
      case BeginSsoLinking.Outcome.LedAway away -> Success
          .answer(200, "Go on at the identity provider.", new Onward(away.location().toString()))
          .header(HttpHeaders.SET_COOKIE, Cookies.browser(browser.token())).build();
      case BeginSsoLinking.Outcome.NotOffered none -> throw new Refused(Refusal.notFound());
      case BeginSsoLinking.Outcome.ProofTooOld tooOld -> throw new Refused(ProofTooOld.REFUSAL);
      case BeginSsoLinking.Outcome.Refused refused -> throw new Refused(SsoRefusals.refusal(refused.fault()));
    };
  }

  @DELETE
  @Path("/{identityId}")
  @NeedsSession
  public Response unlink(@PathParam("identityId") String identityId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (unlinkIdentity.unlink(visit.session().signedIn(), parse(identityId, IdentityId::new),
        visit.origin())) {
      case UnlinkIdentity.Outcome.Unlinked done -> {
        Response.ResponseBuilder answer = Success.answer(200, "The identity is unlinked.", null);
        yield (done.signedOut() ? cookies.take(answer) : answer).build();
      }
      case UnlinkIdentity.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
      case UnlinkIdentity.Outcome.ProofTooOld tooOld -> throw new Refused(ProofTooOld.REFUSAL);
      case UnlinkIdentity.Outcome.LastWayIn last -> throw new Refused(IdentityRefusals.LAST_WAY_IN);
      case UnlinkIdentity.Outcome.LastOwner last -> throw new Refused(IdentityRefusals.LAST_OWNER);
    };
  }

  /** What is neither id nor slug names nothing. */
  private static <T> T parse(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (InvalidValue e) {
      throw new Refused(Refusal.notFound());
    }
  }

  /** @param redirect where the browser has to be led */
  record Onward(String redirect) {}
}
