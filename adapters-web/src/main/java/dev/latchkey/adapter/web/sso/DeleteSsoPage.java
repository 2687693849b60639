package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.mfa.ReauthenticatePage;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.DeleteSsoView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.sso.DisconnectSso;
import dev.latchkey.application.sso.ReadSso;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.sso.SsoConnection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code /organizations/{slug}/sso/delete}: asks, with what it means, before the identity provider is deleted. */
@Dependent
@Path("/organizations/{slug}/sso/delete")
@Produces(Pages.HTML)
public final class DeleteSsoPage {
  private static final Denial DENIAL = new Denial.Forbidden(Permission.CHANGE_SETTINGS);

  private final ReadSso readSso;
  private final DisconnectSso disconnectSso;
  private final Pages pages;

  @Inject
  public DeleteSsoPage(ReadSso readSso, DisconnectSso disconnectSso, Pages pages) {
    this.readSso = readSso;
    this.disconnectSso = disconnectSso;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response ask(@PathParam("slug") String slug, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (readSso.read(visit.actor(), OrganizationPath.ofSlug(visit, slug))) {
      case ReadSso.Outcome.Found found -> Permission.CHANGE_SETTINGS.isGrantedTo(found.place().membership().role())
          ? pages.show(visit, view(visit, found), Optional.empty())
          : Denials.page(pages, visit, DENIAL);
      case ReadSso.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private static DeleteSsoView view(Visit visit, ReadSso.Outcome.Found found) {
    SsoConnection connection = found.connection().orElseThrow(() -> new Refused(Refusal.notFound()));
    return new DeleteSsoView(Pages.viewer(visit), OrganizationFrame.of(found.place()),
        connection.client().issuer().value(), connection.lastSignInAt().orElse(null));
  }

  @POST
  @NeedsSession
  public Response delete(@PathParam("slug") String slug, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    String page = OrganizationSection.SSO.path(slug);
    return switch (disconnectSso.disconnect(
        new DisconnectSso.Command(visit.actor(), OrganizationPath.ofSlug(visit, slug), visit.origin()))) {
      case DisconnectSso.Outcome.Disconnected done -> pages.goTo(page + "?" + Notice.SSO_DELETED.query()).build();
      case DisconnectSso.Outcome.NotConnected absent -> throw new Refused(Refusal.notFound());
      case DisconnectSso.Outcome.Enforced enforced -> throw new Refused(SsoProblems.ENFORCED);
      case DisconnectSso.Outcome.Denied denied when denied.denial() instanceof Denial.ProofTooOld -> pages
          .goTo(ReauthenticatePage.before(page + "/delete")).build();
      case DisconnectSso.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }
}
