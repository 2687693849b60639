package dev.latchkey.adapter.web.identity;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.federation.SsoRefusals;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.IdentitiesView;
import dev.latchkey.adapter.web.page.view.LeavingView;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.federation.BeginSsoLinking;
import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /account/identities}: as whom identity providers know one, and where one can be linked. */
@Dependent
@Path(IdentitiesPage.PATH)
@Produces(Pages.HTML)
public final class IdentitiesPage {
  static final String PATH = "/account/identities";
  /** Where the round trip ends. */
  static final String LINKED = PATH + "?" + Notice.IDENTITY_LINKED.query();

  private final ListIdentities listIdentities;
  private final BeginSsoLinking beginLinking;
  private final SsoRefusals refusals;
  private final SessionCookies cookies;
  private final Pages pages;

  @Inject
  public IdentitiesPage(ListIdentities listIdentities, BeginSsoLinking beginLinking, SsoRefusals refusals,
      SessionCookies cookies, Pages pages) {
    this.listIdentities = listIdentities;
    this.beginLinking = beginLinking;
    this.refusals = refusals;
    this.cookies = cookies;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    ListIdentities.Found found = listIdentities.list(visit.session().signedIn());
    return pages.show(visit, new IdentitiesView(Pages.viewer(visit), IdentityLines.of(found, pages.messages(visit)),
        found.offers().stream().map(IdentityLines::of).toList()), Notice.parse(notice));
  }

  @POST
  @Path("/link")
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response link(SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Browser browser = cookies.browserOf(visit);
    Slug slug = slug(form.typed("organization"));
    return switch (beginLinking.begin(new BeginSsoLinking.Command(visit.session().signedIn(), slug, browser.hash(),
        LINKED, visit.origin()))) {
      case BeginSsoLinking.Outcome.LedAway away -> pages.leave(visit, away.location(), LeavingView.Reason.LINK)
          .header(HttpHeaders.SET_COOKIE, Cookies.browser(browser.token())).build();
      case BeginSsoLinking.Outcome.NotOffered none -> throw new Refused(Refusal.notFound());
      case BeginSsoLinking.Outcome.ProofTooOld tooOld -> pages.goTo(ProofTooOld.before(PATH)).build();
      case BeginSsoLinking.Outcome.Refused refused -> refusals.of(refused.fault(), Optional.of(slug), true, visit);
    };
  }

  private static Slug slug(String typed) {
    try {
      return new Slug(typed);
    } catch (InvalidValue e) {
      throw new Refused(Refusal.notFound());
    }
  }
}
