package dev.latchkey.adapter.web.apikey;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.ApiKeyLine;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.page.view.OwnApiKeysView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.apikey.ListOwnApiKeys;
import dev.latchkey.domain.session.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** {@code /account/api-keys}: one's own keys, wherever they are for. They are made in their organization. */
@Dependent
@Path("/account/api-keys")
@Produces(Pages.HTML)
public final class OwnApiKeysPage {
  private final ListOwnApiKeys listOwnApiKeys;
  private final Pages pages;

  @Inject
  public OwnApiKeysPage(ListOwnApiKeys listOwnApiKeys, Pages pages) {
    this.listOwnApiKeys = listOwnApiKeys;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    SignedIn signedIn = visit.session().signedIn();
    List<OwnApiKeysView.Line> lines = listOwnApiKeys.list(signedIn).stream()
        .map(own -> new OwnApiKeysView.Line(ApiKeyLine.of(own.key(), signedIn.person().name().value()),
            own.place().organization().name().value(), own.place().organization().slug().value()))
        .toList();
    List<OwnApiKeysView.Link> organizations = signedIn.places().stream().filter(place -> place.membership().isActive())
        .map(place -> new OwnApiKeysView.Link(place.organization().name().value(),
            OrganizationSection.API_KEYS.path(place.organization().slug().value())))
        .toList();
    return pages.show(visit, new OwnApiKeysView(Pages.viewer(visit), lines, organizations), Optional.empty());
  }
}
