package dev.latchkey.adapter.web.apikey;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.ApiKeyCreatedView;
import dev.latchkey.adapter.web.page.view.CreateApiKeyView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.apikey.OfferApiKey;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.organization.OrganizationId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/api-keys/new}: making a key, and showing it this once. */
@Dependent
@Path("/organizations/{slug}/api-keys/new")
@Produces(Pages.HTML)
public final class CreateApiKeyPage {
  private final OfferApiKey offerApiKey;
  private final CreateApiKey createApiKey;
  private final Pages pages;
  private final WebSettings settings;

  @Inject
  public CreateApiKeyPage(OfferApiKey offerApiKey, CreateApiKey createApiKey, Pages pages, WebSettings settings) {
    this.offerApiKey = offerApiKey;
    this.createApiKey = createApiKey;
    this.pages = pages;
    this.settings = settings;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (offerApiKey.offer(visit.actor(), OrganizationPath.ofSlug(visit, slug))) {
      case OfferApiKey.Outcome.Offered offered -> pages.show(visit,
          ApiKeyForm.empty().view(visit, offered, pages.messages(visit)), Optional.empty());
      case OfferApiKey.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("slug") String slug, SubmittedForm submitted,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    ApiKeyForm form = ApiKeyForm.of(submitted);
    Optional<CreateApiKey.Command> command = form.toCommand(visit, id, pages.now());
    if (command.isEmpty()) {
      return again(visit, id, form, null);
    }
    return switch (createApiKey.create(command.get())) {
      case CreateApiKey.Outcome.Created created -> created(visit, created);
      case CreateApiKey.Outcome.ExpiryOutOfRange outOfRange -> again(visit, id, form.but(KeyProblems.of(outOfRange)),
          null);
      case CreateApiKey.Outcome.ScopesBeyondRole beyond -> again(visit, id, form.but(KeyProblems.of(beyond)), null);
      case CreateApiKey.Outcome.TooMany tooMany -> again(visit, id, form,
          pages.messages(visit).text("createApiKey.tooMany", ApiKey.MOST_PER_PERSON));
      case CreateApiKey.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  /** In this answer and in no other: reloading the page asks whether to make another key. */
  private Response created(Visit visit, CreateApiKey.Outcome.Created created) {
    OrganizationFrame organization = OrganizationFrame.of(created.place());
    ApiKey key = created.key();
    return pages.show(visit, new ApiKeyCreatedView(Pages.viewer(visit), organization, key.name().value(),
        created.text().value(), key.expiresAt(),
        settings.ownUrl("/api/user/organizations/" + organization.id()).toString()), Optional.empty());
  }

  private Response again(Visit visit, OrganizationId id, ApiKeyForm form, @Nullable String problem) {
    return switch (offerApiKey.offer(visit.actor(), id)) {
      case OfferApiKey.Outcome.Offered offered -> {
        CreateApiKeyView view = form.view(visit, offered, pages.messages(visit));
        yield pages.showAgain(visit, problem == null ? 400 : 409, problem == null ? view : view.because(problem))
            .build();
      }
      case OfferApiKey.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }
}
