package dev.latchkey.adapter.web.identity;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.federation.SocialRefusals;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.social.BeginSocialLinking;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.social.SocialProvider;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code POST /api/auth/identities/link-social/{provider}}: beside {@code link/{slug}}, where any word may be a slug. */
@Dependent
@Path("/auth/identities/link-social/{provider}")
@Produces(MediaType.APPLICATION_JSON)
public final class LinkSocialResource {
  private final BeginSocialLinking beginLinking;
  private final SessionCookies cookies;

  @Inject
  public LinkSocialResource(BeginSocialLinking beginLinking, SessionCookies cookies) {
    this.beginLinking = beginLinking;
    this.cookies = cookies;
  }

  @POST
  @NeedsSession
  public Response link(@PathParam("provider") String word, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Browser browser = cookies.browserOf(visit);
    SocialProvider provider = SocialProvider.of(word).orElseThrow(() -> new Refused(Refusal.notFound()));
    return switch (beginLinking.begin(new BeginSocialLinking.Command(visit.session().signedIn(), provider,
        browser.hash(), LinkSocialPage.LINKED, visit.origin()))) {
      case BeginSocialLinking.Outcome.LedAway away -> Success
          .answer(200, "Go on at the provider.", new Onward(away.location().toString()))
          .header(HttpHeaders.SET_COOKIE, Cookies.browser(browser.token())).build();
      case BeginSocialLinking.Outcome.NotOffered none -> throw new Refused(Refusal.notFound());
      case BeginSocialLinking.Outcome.ProofTooOld tooOld -> throw new Refused(ProofTooOld.REFUSAL);
      case BeginSocialLinking.Outcome.Refused refused -> throw new Refused(
          SocialRefusals.refusal(refused.fault(), provider));
    };
  }

  /** @param redirect where the browser has to be led */
  record Onward(String redirect) {}
}
