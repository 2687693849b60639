package dev.latchkey.adapter.web.identity;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.federation.SocialRefusals;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.LeavingView;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code POST /account/identities/link-social}: off to a provider of the deployment, to be linked there. */
@Dependent
@Path(IdentitiesPage.PATH + "/link-social")
@Produces(Pages.HTML)
public final class LinkSocialPage {
  /** Where the round trip ends. */
  static final String LINKED = IdentitiesPage.PATH + "?" + Notice.SOCIAL_LINKED.query();

  private final BeginSocialLinking beginLinking;
  private final SocialRefusals refusals;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public LinkSocialPage(BeginSocialLinking beginLinking, SocialRefusals refusals, SessionCookies cookies,
      Pages pages) {
    this.beginLinking = beginLinking;
    this.refusals = refusals;
    this.cookies = cookies;
    this.pages = pages;
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response link(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Browser browser = cookies.browserOf(visit);
    SocialProvider provider =
        SocialProvider.of(form.typed("provider")).orElseThrow(() -> new Refused(Refusal.notFound()));
    return switch (beginLinking.begin(new BeginSocialLinking.Command(visit.session().signedIn(), provider,
        browser.hash(), LINKED, visit.origin()))) {
      case BeginSocialLinking.Outcome.LedAway away -> pages
          .leave(visit, away.location(), LeavingView.Reason.LINK_SOCIAL)
          .header(HttpHeaders.SET_COOKIE, Cookies.browser(browser.token())).build();
      case BeginSocialLinking.Outcome.NotOffered none -> throw new Refused(Refusal.notFound());
      case BeginSocialLinking.Outcome.ProofTooOld tooOld -> pages.goTo(ProofTooOld.before(IdentitiesPage.PATH)).build();
      case BeginSocialLinking.Outcome.Refused refused -> refusals.of(refused.fault(), provider, true, visit);
    };
  }
}
