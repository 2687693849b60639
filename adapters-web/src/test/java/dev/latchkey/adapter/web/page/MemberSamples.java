package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.AddMemberView;
import dev.latchkey.adapter.web.page.view.EndMemberView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.MemberView;
import dev.latchkey.adapter.web.page.view.MembersView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages of members in the states people meet. */
final class MemberSamples {
  private static final String ID = "01KA2P7X9QJ4T8V0M6ZC3E5R1F";
  private static final OrganizationFrame FRAME =
      new OrganizationFrame("01KA2P7X9QJ4T8V0M6ZC3E5R1G", "Analytical Engines", "analytical-engines", Role.OWNER);
  private static final MembersView.Filter ALL = new MembersView.Filter("", null, null, null);
  private static final List<Role> ROLES = List.of(Role.AGENT, Role.ADMIN, Role.OWNER);

  private MemberSamples() {}

  static Map<String, View> views(Viewer viewer) {
    Map<String, View> views = new LinkedHashMap<>();
    List<MembersView.Line> lines = List.of(
        new MembersView.Line(ID, "Augusta Ada Byron", Samples.ADDRESS, Role.OWNER, MembershipStatus.ACTIVE, true,
            true, true, Samples.NOW.minus(Duration.ofHours(3))),
        new MembersView.Line(ID, "Charles Babbage", "charles@babbage.example", Role.ADMIN,
            MembershipStatus.DEACTIVATED, false, true, true, Samples.NOW.minus(Duration.ofDays(40))),
        new MembersView.Line(ID, "Mary Somerville", "mary@somerville.example", Role.AGENT, MembershipStatus.ACTIVE,
            false, false, false, null));
    views.put("members", new MembersView(viewer, FRAME, true, ALL, lines, "/organizations/x/members?cursor=y", true,
        true));
    views.put("members-waiting", new MembersView(viewer, FRAME, true,
        new MembersView.Filter("", MembershipStatus.PENDING, null, null), List.of(
            new MembersView.Line(ID, "Mary Somerville", "mary@somerville.example", Role.AGENT,
                MembershipStatus.PENDING, false, true, false, null)),
        null, true, true));
    views.put("member-waiting", new MemberView(viewer, FRAME, facts(MembershipStatus.PENDING), Field.empty(),
        new MemberView.Actions(ROLES, false, false, false, false), null));
    views.put("members-names", new MembersView(viewer, FRAME, false, ALL, lines, null, false, false));
    views.put("members-none", new MembersView(viewer, FRAME, true,
        new MembersView.Filter("byron", MembershipStatus.PENDING, Role.ADMIN, MembershipSource.SCIM), List.of(), null,
        true, true));
    views.put("add-member", new AddMemberView(viewer, FRAME, Field.empty(), Field.empty(), Field.empty(),
        Field.of("agent"), ROLES, null, false));
    views.put("add-member-problems", new AddMemberView(viewer, FRAME,
        Field.wrong("", Samples.problem("name", "REQUIRED")),
        Field.wrong("mary@@", Samples.problem("email", "MALFORMED")), Field.empty(),
        Field.wrong("", Samples.problem("role", "REQUIRED")), ROLES, null, false));
    views.put("add-member-elsewhere", new AddMemberView(viewer, FRAME, Field.of("Mary Somerville"),
        Field.of("mary@somerville.example"), Field.empty(), Field.of("agent"), ROLES,
        Samples.text("refused.addMember.elsewhere"), true));
    views.put("member", new MemberView(viewer, FRAME, facts(MembershipStatus.ACTIVE), Field.of("mary@home.example"),
        new MemberView.Actions(ROLES, true, true, false, true), null));
    views.put("member-last-owner", new MemberView(viewer, FRAME, facts(MembershipStatus.DEACTIVATED), Field.empty(),
        new MemberView.Actions(ROLES, false, false, false, false), Samples.text("refused.member.lastOwner")));
    views.put("member-sso-only", new MemberView(viewer, FRAME, facts(MembershipStatus.ACTIVE), Field.empty(),
        new MemberView.Actions(ROLES, true, false, true, true), null));
    views.put("member-oneself", new MemberView(viewer, FRAME, facts(MembershipStatus.ACTIVE), Field.empty(), null,
        null));
    for (EndMemberView.Way way : EndMemberView.Way.values()) {
      views.put("member-" + way.name(), new EndMemberView(viewer, FRAME, way, ID, "Mary Somerville",
          "mary@somerville.example", way == EndMemberView.Way.REMOVE, null));
    }
    return views;
  }

  private static MemberView.Facts facts(MembershipStatus status) {
    return new MemberView.Facts(ID, "Mary Somerville", "mary@somerville.example", "mary@home.example", Role.OWNER,
        status, MembershipSource.MANUAL, true, List.of("PASSWORD", "SECOND_FACTOR"), false, false, true,
        Samples.NOW.minus(Duration.ofDays(2)), null);
  }
}
