package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.AddDomainView;
import dev.latchkey.adapter.web.page.view.DomainLine;
import dev.latchkey.adapter.web.page.view.DomainLine.Status;
import dev.latchkey.adapter.web.page.view.DomainView;
import dev.latchkey.adapter.web.page.view.DomainsView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.HomeView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.RemoveDomainView;
import dev.latchkey.adapter.web.page.view.SsoDepartureView;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.organization.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages about domains, in the states people meet. */
final class DomainSamples {
  private static final OrganizationFrame OWNER = new OrganizationFrame("01KA2P7X9QJ4T8V0M6ZC3E5R1F",
      "Analytical Engines", "analytical-engines", Role.OWNER);
  private static final OrganizationFrame ADMIN = new OrganizationFrame("01KA2P7X9QJ4T8V0M6ZC3E5R1F",
      "Analytical Engines", "analytical-engines", Role.ADMIN);
  private static final String LONG = "a-very-long-name-of-a-department-of-ours.subsidiary.analytical-engines.example";

  private DomainSamples() {}

  static Map<String, View> views(Viewer viewer) {
    Map<String, View> views = new LinkedHashMap<>();
    DomainLine pending = line("acme.example", Status.PENDING);
    DomainLine verified = line("xn--bcher-kva.example", Status.VERIFIED);
    DomainLine lapsed = line(LONG, Status.LAPSED);
    DomainLine suspended = line("old.example", Status.SUSPENDED);
    views.put("domains", new DomainsView(viewer, OWNER,
        List.of(pending, line("early.example", Status.EXPIRED), verified, lapsed, suspended), true, "cursor"));
    views.put("domains-reader", new DomainsView(viewer, ADMIN, List.of(verified), false, null));
    views.put("domains-none", new DomainsView(viewer, OWNER, List.of(), true, null));
    views.put("domains-none-reader", new DomainsView(viewer, ADMIN, List.of(), false, null));
    views.put("domain-add", new AddDomainView(viewer, OWNER, Field.empty(), null));
    views.put("domain-add-public", new AddDomainView(viewer, OWNER,
        Field.wrong("gmail.com", Samples.problem("domain", "PUBLIC_MAIL_DOMAIN")), null));
    views.put("domain-pending", view(viewer, OWNER, pending, null));
    views.put("domain-expired", view(viewer, OWNER, line("early.example", Status.EXPIRED), null));
    views.put("domain-other", view(viewer, OWNER, lapsed, new DomainView.Finding(
        Samples.MESSAGES.text("domain.finding.OTHER_VALUE", "_latchkey." + LONG),
        List.of("v=spf1 include:_spf.mail.example -all", "x".repeat(200) + "..."))));
    views.put("domain-verified", view(viewer, OWNER, verified, null));
    views.put("domain-suspended", view(viewer, OWNER, suspended, null));
    views.put("domain-reader", view(viewer, ADMIN, verified, null));
    views.put("domain-remove", new RemoveDomainView(viewer, OWNER, verified, null));
    views.put("domain-remove-pending", new RemoveDomainView(viewer, OWNER, pending, null));
    views.put("domain-remove-enforced",
        new RemoveDomainView(viewer, OWNER, verified, Samples.text("removeDomain.ssoEnforced")));
    views.put("domain-remove-last-owner",
        new RemoveDomainView(viewer, OWNER, verified, Samples.text("removeDomain.lastOwner")));
    views.put("home-waiting", new HomeView(viewer, List.of(), List.of("Analytical Engines"), Samples.NOW,
        Samples.NOW.plus(Duration.ofDays(6))));
    views.put("sign-in-departure",
        new SsoDepartureView(Samples.ADDRESS, "/api/auth/sso/analytical-engines/login?login_hint=a%40b", "/account"));
    return views;
  }

  private static DomainView view(Viewer viewer, OrganizationFrame organization, DomainLine domain,
      DomainView.@Nullable Finding finding) {
    return new DomainView(viewer, organization, domain, "_latchkey." + domain.name(),
        "latchkey-verification=3f8a1c5d7e9b2046f8a1c5d7e9b2046f8a1c5d7e", finding, organization.role() == Role.OWNER);
  }

  private static DomainLine line(String name, Status status) {
    Instant now = Samples.NOW;
    String readable = name.startsWith("xn--") ? "bücher.example" : name;
    if (status == Status.PENDING || status == Status.EXPIRED) {
      return new DomainLine("01KA2P7X9QJ4T8V0M6ZC3E5R1H", name, readable, status, now.minusSeconds(300),
          now.plus(Duration.ofDays(status == Status.PENDING ? 7 : -1)), null, null, null, null);
    }
    Instant suspendedAt = now.plus(Duration.ofDays(status == Status.LAPSED ? 5 : -2));
    return new DomainLine("01KA2P7X9QJ4T8V0M6ZC3E5R1J", name, readable, status, now.minus(Duration.ofDays(90)), null,
        now.minus(Duration.ofDays(89)), now.minus(Duration.ofHours(5)),
        status == Status.VERIFIED ? null : suspendedAt, new DomainSettings(AutoJoin.APPROVAL, true));
  }
}
