package dev.latchkey.adapter.web.apikey;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.ApiKeyLine;
import dev.latchkey.adapter.web.page.view.ApiKeysView;
import dev.latchkey.adapter.web.page.view.DeleteApiKeyView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.apikey.DeleteApiKey;
import dev.latchkey.application.apikey.ListApiKeys;
import dev.latchkey.application.apikey.ReadApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.organization.OrganizationId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/api-keys}: which programs come in, and taking their keys away. */
@Dependent
@Path("/organizations/{slug}/api-keys")
@Produces(Pages.HTML)
public final class ApiKeysPage {
  private final ListApiKeys listApiKeys;
  private final ReadApiKey readApiKey;
  private final DeleteApiKey deleteApiKey;
  private final Pages pages;

  @Inject
  public ApiKeysPage(ListApiKeys listApiKeys, ReadApiKey readApiKey, DeleteApiKey deleteApiKey, Pages pages) {
    this.listApiKeys = listApiKeys;
    this.readApiKey = readApiKey;
    this.deleteApiKey = deleteApiKey;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @QueryParam(Notice.PARAMETER) @Nullable String notice,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    return PartQuery.answer(request, part -> switch (listApiKeys.list(visit.actor(), id, part)) {
      case ListApiKeys.Outcome.Found found -> pages.show(visit, view(visit, found), Notice.parse(notice));
      case ListApiKeys.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    });
  }

  private static ApiKeysView view(Visit visit, ListApiKeys.Outcome.Found found) {
    List<ApiKeyLine> lines = found.keys().items().stream()
        .map(listed -> ApiKeyLine.of(listed.key(), listed.creatorName().value())).toList();
    return new ApiKeysView(Pages.viewer(visit), OrganizationFrame.of(found.place()), lines, found.everybodys(),
        found.keys().nextCursor().orElse(null));
  }

  @GET
  @Path("/{keyId}/delete")
  @NeedsSession
  public Response askBeforeDeleting(@PathParam("slug") String slug, @PathParam("keyId") String keyId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (readApiKey.read(visit.actor(), OrganizationPath.ofSlug(visit, slug),
        OrganizationPath.child(keyId, ApiKeyId::new))) {
      case ReadApiKey.Outcome.Found found -> pages.show(visit, new DeleteApiKeyView(Pages.viewer(visit),
          OrganizationFrame.of(found.place()), found.key().id().value(), found.key().name().value(),
          found.key().lastUsedAt().orElse(null)), Optional.empty());
      case ReadApiKey.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @POST
  @Path("/{keyId}/delete")
  @NeedsSession
  public Response delete(@PathParam("slug") String slug, @PathParam("keyId") String keyId,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (deleteApiKey.delete(new DeleteApiKey.Command(visit.actor(), OrganizationPath.ofSlug(visit, slug),
        OrganizationPath.child(keyId, ApiKeyId::new), visit.origin()))) {
      case DeleteApiKey.Outcome.Deleted deleted -> pages
          .goTo(OrganizationSection.API_KEYS.path(slug) + "?" + Notice.API_KEY_DELETED.query()).build();
      case DeleteApiKey.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }
}
