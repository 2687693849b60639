package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.PartQuery;
import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.MembersView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.member.ListMembers;
import dev.latchkey.application.paging.Part;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jspecify.annotations.Nullable;

/** {@code /organizations/{slug}/members}: who belongs to the organization, narrowed by a filter and in parts. */
@Dependent
@Path("/organizations/{slug}/members")
@Produces(Pages.HTML)
public final class MembersPage {
  private final ListMembers listMembers;
  private final Pages pages;

  @Inject
  public MembersPage(ListMembers listMembers, Pages pages) {
    this.listMembers = listMembers;
    this.pages = pages;
  }

  @GET
  @NeedsSession
  public Response show(@PathParam("slug") String slug, @QueryParam(Notice.PARAMETER) @Nullable String notice,
      @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    OrganizationId id = OrganizationPath.ofSlug(visit, slug);
    MemberFilter filter = MemberRefusals.judged(() -> MemberQuery.parse(request));
    boolean first = MemberQuery.given(request, "cursor").isEmpty();
    return switch (PartQuery.answer(request,
        part -> listMembers.list(new ListMembers.Command(visit.actor(), id, filter, part)))) {
      case ListMembers.Outcome.Full full -> pages.show(visit,
          view(visit, full.place(), true, filter, full.part(), first), Notice.parse(notice));
      case ListMembers.Outcome.Names names -> pages.show(visit,
          view(visit, names.place(), false, filter, names.part(), first), Notice.parse(notice));
      case ListMembers.Outcome.Denied denied -> Denials.page(pages, visit, denied.denial());
    };
  }

  private static MembersView view(Visit visit, SignedIn.Place place, boolean everything, MemberFilter filter,
      Part<Member> part, boolean first) {
    String path = OrganizationSection.MEMBERS.path(place.organization().slug().value());
    String next = part.nextCursor().map(cursor -> address(path, filter, cursor)).orElse(null);
    return new MembersView(Pages.viewer(visit), OrganizationFrame.of(place), everything,
        new MembersView.Filter(filter.text(), filter.status().orElse(null), filter.role().orElse(null),
            filter.source().orElse(null)),
        part.items().stream().map(member -> line(member, place)).toList(), next, first,
        Permission.MANAGE_MEMBERS.isGrantedTo(place.membership().role()));
  }

  private static MembersView.Line line(Member member, SignedIn.Place place) {
    return new MembersView.Line(member.id().value(), member.name().value(), member.signInEmail().value(),
        member.membership().role(), member.membership().status(), member.id().equals(place.membership().id()),
        member.hasCredential(), member.linked(), member.lastSignInAt().orElse(null));
  }

  /** The same filter further on. */
  private static String address(String path, MemberFilter filter, String cursor) {
    UriBuilder next = UriBuilder.fromPath(path).queryParam("cursor", "{cursor}");
    filter.status().ifPresent(status -> next.queryParam("status", Words.of(status)));
    filter.role().ifPresent(role -> next.queryParam("role", Words.of(role)));
    filter.source().ifPresent(source -> next.queryParam("source", Words.of(source)));
    return filter.text().isEmpty()
        ? next.build(cursor).toString()
        : next.queryParam("text", "{text}").build(cursor, filter.text()).toString();
  }
}
