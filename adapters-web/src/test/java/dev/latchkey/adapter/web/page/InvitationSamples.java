package dev.latchkey.adapter.web.page;

import static dev.latchkey.adapter.web.page.Samples.ADDRESS;
import static dev.latchkey.adapter.web.page.Samples.NOW;
import static dev.latchkey.adapter.web.page.Samples.VIEWER;
import static dev.latchkey.adapter.web.page.Samples.problem;
import static dev.latchkey.adapter.web.page.Samples.text;

import dev.latchkey.adapter.web.page.view.Asked;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.InvitationForAccountView;
import dev.latchkey.adapter.web.page.view.InvitationForAccountView.Step;
import dev.latchkey.adapter.web.page.view.InvitationOverView;
import dev.latchkey.adapter.web.page.view.InvitationView;
import dev.latchkey.adapter.web.page.view.InvitationsView;
import dev.latchkey.adapter.web.page.view.InviteView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.RevokeInvitationView;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.domain.organization.Role;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages about invitations. */
final class InvitationSamples {
  private static final String ID = "01KA2P7X9QJ4T8V0M6ZC3E5R1C";
  private static final String TOKEN = ID + ".kX3vT9bQ2mN7pL5sD8fG1hJ4wR6yZ0aC";

  private InvitationSamples() {}

  static Map<String, View> views() {
    Map<String, View> views = new LinkedHashMap<>();
    OrganizationFrame frame = new OrganizationFrame(ID, "Analytical Engines", "analytical-engines", Role.OWNER);
    InvitationsView.Line pending = new InvitationsView.Line(ID, "charles@babbage.example", Role.ADMIN, false,
        VIEWER.name(), NOW.minus(Duration.ofHours(5)), NOW.plus(Duration.ofDays(6)), true);
    InvitationsView.Line expired = new InvitationsView.Line("01KA2P7X9QJ4T8V0M6ZC3E5R1D",
        "mary.somerville-fairfax-greig@royal-astronomical-society.example", Role.OWNER, true, VIEWER.name(),
        NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(2)), false);
    views.put("invitations", new InvitationsView(VIEWER, frame, List.of(pending, expired),
        "/organizations/analytical-engines/invitations?cursor=abc", true));
    views.put("invitations-older", new InvitationsView(VIEWER, frame, List.of(expired), null, false));
    views.put("invitations-none", new InvitationsView(VIEWER, frame, List.of(), null, true));
    List<Role> roles = List.of(Role.AGENT, Role.ADMIN, Role.OWNER);
    views.put("invite", new InviteView(VIEWER, frame, Field.empty(), Field.of("agent"), roles, null));
    views.put("invite-wrong", new InviteView(VIEWER, frame,
        Field.wrong("charles@babbage.example", problem("email", "ALREADY_INVITED")), Field.of("admin"), roles, null));
    views.put("invite-all-wrong", new InviteView(VIEWER, frame, Field.wrong("", problem("email", "REQUIRED")),
        Field.wrong("", problem("role", "REQUIRED")), roles, null));
    views.put("invite-refused", new InviteView(VIEWER, frame, Field.of(ADDRESS), Field.of("agent"), roles,
        text("refused.tooManyMails")));
    views.put("revoke-invitation", new RevokeInvitationView(VIEWER, frame, ID, "charles@babbage.example"));
    Asked asked = new Asked("Analytical Engines", "Charles Babbage", Role.ADMIN, ADDRESS);
    views.put("invitation", new InvitationView(TOKEN, asked, Field.empty(), Field.empty(), 15, null, false, null));
    views.put("invitation-sso", new InvitationView(TOKEN, asked, Field.empty(), Field.empty(), 15,
        "/api/auth/sso/analytical-engines/login", false, null));
    views.put("invitation-sso-only", new InvitationView(TOKEN, asked, Field.empty(), Field.empty(), 15,
        "/api/auth/sso/analytical-engines/login", true, null));
    views.put("invitation-problems", new InvitationView(TOKEN, asked, Field.wrong("", problem("name", "REQUIRED")),
        Field.wrong("", problem("password", "TOO_SHORT")), 15, null, false, null));
    for (Step step : Step.values()) {
      views.put("invitation-" + step, new InvitationForAccountView(TOKEN, asked, step,
          "/sign-in?returnTo=%2Finvitation%3Ftoken%3D" + TOKEN,
          step == Step.LEAVE_OTHER_ACCOUNT ? "charles@babbage.example" : null));
    }
    views.put("invitation-over", new InvitationOverView());
    return views;
  }
}
