package dev.latchkey.adapter.web.audit;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.AuditFilterView;
import dev.latchkey.adapter.web.page.view.AuditView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.application.history.ReadAuditHistory;
import dev.latchkey.application.paging.Part;
import dev.latchkey.domain.organization.OrganizationId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /organizations/{slug}/audit}: who did what, and why a sign-in was let in or refused. */
@Dependent
@Path("/organizations/{slug}/audit")
@Produces(Pages.HTML)
public final class AuditPage {
  private final ReadAuditHistory readAuditHistory;
  private final Pages pages;

  @Inject
  public AuditPage(ReadAuditHistory readAuditHistory, Pages pages) {
    this.readAuditHistory = readAuditHistory;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    AuditQuery query = new AuditQuery(request);
    AuditQuery.Parsed parsed = query.parse();
    AuditFilterView filter = filter(query, parsed.errors(), pages.messages(visit));
    return PartQuery.answer(request, part -> switch (readAuditHistory
        .read(new ReadAuditHistory.Query(visit.actor(), id, parsed.filter(), part))) {
      case ReadAuditHistory.Outcome.Found found -> answer(visit, found, filter);
      case ReadAuditHistory.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    });
  }

  /** With a filter that can't be read nothing is shown, lest it be taken for the answer. */
  private Response answer(Visit visit, ReadAuditHistory.Outcome.Found found, AuditFilterView filter) {
    AuditLines lines = new AuditLines(pages.messages(visit));
    Part<AuditView.Line> shown = found.events().map(lines::of);
    OrganizationFrame organization = OrganizationFrame.of(found.place());
    return filter.isWrong()
        ? pages.showAgain(visit, 400, new AuditView(Pages.viewer(visit), organization, filter, List.of(), null)).build()
        : pages.show(visit, new AuditView(Pages.viewer(visit), organization, filter, shown.items(),
            shown.nextCursor().orElse(null)), Optional.empty());
  }

  private static AuditFilterView filter(AuditQuery query, List<FieldError> errors, Messages messages) {
    return new AuditFilterView(field(query, "from", errors, messages), field(query, "to", errors, messages),
        field(query, "actor", errors, messages), query.typed("action").toUpperCase(Locale.ROOT),
        query.typed("outcome").toUpperCase(Locale.ROOT), field(query, "reference", errors, messages),
        AuditLines.actions(messages));
  }

  private static Field field(AuditQuery query, String name, List<FieldError> errors, Messages messages) {
    String typed = query.typed(name);
    return errors.stream().filter(error -> error.field().equals(name)).findFirst()
        .map(error -> Field.wrong(typed, messages.problem(name, error.code(), error.message())))
        .orElseGet(() -> Field.of(typed));
  }
}
