package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.IdentitiesView;
import dev.latchkey.adapter.web.page.view.LeavingView;
import dev.latchkey.adapter.web.page.view.UnlinkIdentityView;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages of linked identities in the states people meet. */
final class IdentitySamples {
  private static final String ID = "01KA2P7X9QJ4T8V0M6ZC3E5R1D";

  private IdentitySamples() {}

  static Map<String, View> views(Viewer viewer, Instant now) {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("identities", new IdentitiesView(viewer, List.of(
        new IdentitiesView.Line(ID, "Analytical Engines", false, Samples.ADDRESS, "https://login.acme.example", null,
            now.minus(Duration.ofDays(40)), now.minus(Duration.ofHours(2))),
        new IdentitiesView.Line("01KA2P7X9QJ4T8V0M6ZC3E5R1E", "Babbage & Sons", false, null,
            "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
            "identities.leadsNowhere.FORMER_PROVIDER", now.minus(Duration.ofMinutes(2)), null),
        new IdentitiesView.Line("01KA2P7X9QJ4T8V0M6ZC3E5R1F", "Google", true, "augusta@example.com",
            "https://accounts.google.com", null, now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1))),
        new IdentitiesView.Line("01KA2P7X9QJ4T8V0M6ZC3E5R1G", "Microsoft", true, null,
            "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
            "identities.social.leadsNowhere", now.minus(Duration.ofDays(3)), null)),
        List.of(new IdentitiesView.Offer("analytical-engines", "Analytical Engines", "azure"),
            new IdentitiesView.Offer("babbage-and-sons", "Babbage & Sons", "oidc"),
            new IdentitiesView.Offer("difference", "Difference", null))));
    views.put("identities-none", new IdentitiesView(viewer, List.of(),
        List.of(new IdentitiesView.Offer("okta", "Okta users", "okta"),
            new IdentitiesView.Offer("google", "Google users", "google"))));
    views.put("identities-no-organization", new IdentitiesView(viewer, List.of(), List.of()));
    views.put("unlink-identity", new UnlinkIdentityView(viewer, ID, "Babbage & Sons", null));
    views.put("unlink-identity-last",
        new UnlinkIdentityView(viewer, ID, "Babbage & Sons", Samples.text("refused.identity.lastWayIn")));
    views.put("leaving-to-link", new LeavingView("https://login.acme.example/authorize", LeavingView.Reason.LINK));
    return views;
  }
}
