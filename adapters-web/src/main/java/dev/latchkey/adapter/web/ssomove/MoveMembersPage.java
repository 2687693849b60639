package dev.latchkey.adapter.web.ssomove;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.MoveMembersView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.application.ssomove.MoveMembers;
import dev.latchkey.application.ssomove.ReportMoves;
import dev.latchkey.domain.InvalidValue;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/members/move-to-sso}: how far everybody has come with single sign-on, and moving them all.
 * Many members are moved a part at a time; what is done stays done, wherever somebody stops.
 */
@Dependent
@Path("/organizations/{slug}/members/move-to-sso")
@Produces(Pages.HTML)
public final class MoveMembersPage {
  private static final int AT_ONCE = 200;

  private final ReportMoves reportMoves;
  private final MoveMembers moveMembers;
  private final Pages pages;

  @Inject
  public MoveMembersPage(ReportMoves reportMoves, MoveMembers moveMembers, Pages pages) {
    this.reportMoves = reportMoves;
    this.moveMembers = moveMembers;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @QueryParam("cursor") @Nullable String cursor,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    return PartQuery.answer(request, part -> report(visit, id, part));
  }

  private Response report(Visit visit, OrganizationId id, PartRequest part) {
    return switch (reportMoves.report(new ReportMoves.Query(visit.actor(), id, part))) {
      case ReportMoves.Outcome.Report report -> {
        Map<String, Integer> counts = report.counts().entrySet().stream()
            .collect(Collectors.toMap(it -> it.getKey().name(), Map.Entry::getValue));
        yield pages.show(visit, new MoveMembersView(Pages.viewer(visit), OrganizationFrame.of(report.place()),
            report.connected(), counts, report.lines().items().stream().map(line -> new MoveMembersView.Line(
                line.member().id().value(), line.member().name().value(), line.member().signInEmail().value(),
                line.move().name(), null)).toList(),
            report.lines().nextCursor().orElse(null), null), Optional.empty());
      }
      case ReportMoves.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  @POST
  @NeedsSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("slug") String slug, SubmittedForm form, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    String cursor = form.typed("cursor");
    PartRequest part = new PartRequest(AT_ONCE, cursor.isEmpty() ? Optional.empty() : Optional.of(cursor));
    MoveMembersView.Progress before = MoveMembersView.Progress.of(form.typed("done"), form.typed("total"));
    try {
      return switch (moveMembers.move(new MoveMembers.Command(visit.actor(), id, part, visit.origin()))) {
        case MoveMembers.Outcome.Moved moved -> pages.show(visit, progress(visit, moved, before), Optional.empty());
        case MoveMembers.Outcome.NotConnected not -> throw new Refused(MoveRefusals.NOT_CONNECTED);
        case MoveMembers.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
      };
    } catch (InvalidValue forged) {
      throw new Refused(Refusal.of(Code.BAD_REQUEST, "This page is out of date. Please open it anew."));
    }
  }

  private static MoveMembersView progress(Visit visit, MoveMembers.Outcome.Moved moved,
      MoveMembersView.Progress before) {
    List<MoveMembersView.Line> lines = moved.members().items().stream()
        .map(it -> new MoveMembersView.Line(it.member().id().value(), it.member().name().value(),
            it.member().signInEmail().value(), it.standing().name(), it.result().name()))
        .toList();
    return new MoveMembersView(Pages.viewer(visit), OrganizationFrame.of(moved.place()), true, Map.of(), lines,
        moved.members().nextCursor().orElse(null), before.and(lines.size()));
  }
}
