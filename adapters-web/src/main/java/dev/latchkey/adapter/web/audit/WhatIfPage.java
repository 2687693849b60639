package dev.latchkey.adapter.web.audit;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.WhatIfView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.history.AuditFilter;
import dev.latchkey.application.history.ForeseeSignIn;
import dev.latchkey.application.history.ReadAuditHistory;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInMethod;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/audit/what-if}: asks for an address and a way of signing in, and tells what would come of it. */
@Dependent
@Path("/organizations/{slug}/audit/what-if")
@Produces(Pages.HTML)
public final class WhatIfPage {
  private final ForeseeSignIn foreseeSignIn;
  private final ReadAuditHistory readAuditHistory;
  private final Pages pages;

  @Inject
  public WhatIfPage(ForeseeSignIn foreseeSignIn, ReadAuditHistory readAuditHistory, Pages pages) {
    this.foreseeSignIn = foreseeSignIn;
    this.readAuditHistory = readAuditHistory;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (readAuditHistory.read(new ReadAuditHistory.Query(visit.actor(),
        OrganizationPath.ofSlug(visit, slug), AuditFilter.NONE, new PartRequest(1, Optional.empty())))) {
      case ReadAuditHistory.Outcome.Found found -> pages.show(visit, view(visit, found.place(), Field.empty(),
          SignInMethod.PASSWORD, null), Optional.empty());
      case ReadAuditHistory.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @POST
  @NeedsSession
  @EntryRoute
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    Fields fields = new Fields();
    Optional<EmailAddress> email = fields.required("email", form.filled("email"), EmailAddress::parse);
    SignInMethod method = Arrays.stream(SignInMethod.values())
        .filter(it -> WhatIfInput.word(it).equals(form.typed("method"))).findFirst().orElse(SignInMethod.PASSWORD);
    if (email.isEmpty()) {
      return again(visit, id, method, new FormFields(form, fields.errors(), pages.messages(visit)).field("email"));
    }
    return switch (foreseeSignIn.foresee(new ForeseeSignIn.Query(visit.actor(), id, email.get(), method))) {
      case ForeseeSignIn.Outcome.Foreseen foreseen -> pages.show(visit, view(visit, foreseen.place(),
          Field.of(email.get().value()), method, foreseen.forecast()), Optional.empty());
      case ForeseeSignIn.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private Response again(Visit visit, OrganizationId id, SignInMethod method, Field email) {
    return switch (readAuditHistory.read(new ReadAuditHistory.Query(visit.actor(), id, AuditFilter.NONE,
        new PartRequest(1, Optional.empty())))) {
      case ReadAuditHistory.Outcome.Found found -> pages.showAgain(visit, 400,
          view(visit, found.place(), email, method, null)).build();
      case ReadAuditHistory.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private WhatIfView view(Visit visit, SignedIn.Place place, Field email, SignInMethod method,
      @Nullable SignInForecast forecast) {
    AuditLines lines = new AuditLines(pages.messages(visit));
    return new WhatIfView(Pages.viewer(visit), OrganizationFrame.of(place), email, method,
        forecast == null ? null : forecast.answer(),
        forecast == null ? List.of() : forecast.chain().stream().map(lines::step).toList());
  }
}
