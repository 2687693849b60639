package dev.latchkey.adapter.web.session;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.HomeView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.domain.policy.AccessDecision.Verdict;
import dev.latchkey.domain.policy.AccessPolicy;
import dev.latchkey.domain.session.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /}: where people are who are signed in and want nothing in particular. */
@Dependent
@Path("/")
@Produces(Pages.HTML)
public final class HomePage {
  private final Pages pages;

  @Inject
  public HomePage(Pages pages) {
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@QueryParam(Notice.PARAMETER) @Nullable String notice, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    LiveSession live = visit.session();
    SignedIn signedIn = live.signedIn();
    List<HomeView.OrganizationCard> organizations = signedIn.places().stream()
        .filter(place -> place.membership().isActive()).map(place -> card(signedIn, place))
        .toList();
    List<String> waiting = signedIn.places().stream().filter(place -> place.membership().isPending())
        .map(place -> place.organization().name().value()).toList();
    return pages.show(visit,
        new HomeView(Pages.viewer(visit), organizations, waiting, signedIn.session().createdAt(), live.expiresAt()),
        Notice.parse(notice));
  }

  private static HomeView.OrganizationCard card(SignedIn signedIn, SignedIn.Place place) {
    HomeView.Role role = switch (place.membership().role()) {
      case OWNER -> HomeView.Role.OWNER;
      case ADMIN -> HomeView.Role.ADMIN;
      case AGENT -> HomeView.Role.AGENT;
    };
    Verdict verdict = AccessPolicy.decide(signedIn, place).verdict();
    return new HomeView.OrganizationCard(place.organization().name().value(), place.organization().slug().value(),
        role, verdict == Verdict.MFA_ENROLMENT_REQUIRED, verdict == Verdict.SSO_REQUIRED);
  }
}
