package dev.latchkey.adapter.web.ssomove;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.application.ssomove.MoveMembers;
import dev.latchkey.application.ssomove.ReportMoves;
import dev.latchkey.application.ssomove.ReportMoves.Stage;
import dev.latchkey.domain.organization.OrganizationId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/user/organizations/{organizationId}/members/move-to-sso}: all active members, a part of them at a time,
 * or with {@code dryRun} a report of how far they have come.
 */
@Dependent
@Path("/user/organizations/{organizationId}/members/move-to-sso")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class MoveMembersResource {
  private final ReportMoves reportMoves;
  private final MoveMembers moveMembers;

  @Inject
  public MoveMembersResource(ReportMoves reportMoves, MoveMembers moveMembers) {
    this.reportMoves = reportMoves;
    this.moveMembers = moveMembers;
  }

  @POST
  @NeedsSession(orKey = true)
  public Response move(@PathParam("organizationId") String organizationId, Wish wish,
      @Context HttpServletRequest request) {
    OrganizationId id = OrganizationPath.id(organizationId);
    return PartQuery.answer(request, part -> Boolean.TRUE.equals(wish.dryRun())
        ? report(id, part, request)
        : move(id, part, request));
  }

  private Response report(OrganizationId id, PartRequest part, HttpServletRequest request) {
    return switch (reportMoves.report(new ReportMoves.Query(Visit.of(request).actor(), id, part))) {
      case ReportMoves.Outcome.Report report -> Success.ok("How far the members have come.",
          Moves.of(part.cursor().isEmpty() ? counts(report.counts()) : null,
              Items.of(report.lines(), line -> MoveData.of(line.member(), line.move(), null))));
      case ReportMoves.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  private Response move(OrganizationId id, PartRequest part, HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (moveMembers.move(new MoveMembers.Command(visit.actor(), id, part, visit.origin()))) {
      case MoveMembers.Outcome.Moved moved -> Success.ok("What has become of the members.",
          Moves.of(null, Items.of(moved.members(), it -> MoveData.of(it.member(), it.standing(), it.result()))));
      case MoveMembers.Outcome.NotConnected not -> throw new Refused(MoveRefusals.NOT_CONNECTED);
      case MoveMembers.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  private static Map<String, Integer> counts(Map<Stage, Integer> found) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Arrays.stream(Stage.values()).forEach(stage -> counts.put(MoveData.word(stage), found.getOrDefault(stage, 0)));
    return counts;
  }

  /** @param dryRun whether only the report is wanted */
  record Wish(@Nullable Boolean dryRun) {}

  /** @param counts of all members; with the first part of a report only */
  record Moves(@Nullable Map<String, Integer> counts, List<MoveData> items, @Nullable String nextCursor) {
    static Moves of(@Nullable Map<String, Integer> counts, Items<MoveData> items) {
      return new Moves(counts, items.items(), items.nextCursor());
    }
  }
}
