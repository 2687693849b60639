package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.ApiKeyCreatedView;
import dev.latchkey.adapter.web.page.view.ApiKeyLine;
import dev.latchkey.adapter.web.page.view.ApiKeysView;
import dev.latchkey.adapter.web.page.view.AuditFilterView;
import dev.latchkey.adapter.web.page.view.AuditView;
import dev.latchkey.adapter.web.page.view.CreateApiKeyView;
import dev.latchkey.adapter.web.page.view.DeleteApiKeyView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OwnApiKeysView;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.policy.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages about API keys, in the states people meet. */
final class ApiKeySamples {
  private static final OrganizationFrame ORGANIZATION = new OrganizationFrame("01KA2P7X9QJ4T8V0M6ZC3E5R1F",
      "Analytical Engines", "analytical-engines", Role.OWNER);

  private ApiKeySamples() {}

  static Map<String, View> views(Viewer viewer, Instant now) {
    Map<String, View> views = new LinkedHashMap<>();
    List<ApiKeyLine> lines = List.of(line("Nightly export", now.plus(Duration.ofDays(80)), now.minusSeconds(90)),
        line("Old job", now.minusSeconds(1), null));
    views.put("api-keys", new ApiKeysView(viewer, ORGANIZATION, lines, true, "cursor"));
    views.put("api-keys-own", new ApiKeysView(viewer, ORGANIZATION, lines, false, null));
    views.put("api-keys-none", new ApiKeysView(viewer, ORGANIZATION, List.of(), true, null));
    CreateApiKeyView empty = new CreateApiKeyView(viewer, ORGANIZATION, Field.empty(), choices(), null, 90,
        Field.empty(), null);
    views.put("api-key-create", empty);
    views.put("api-key-create-too-many", empty.because("You have 20 keys here already."));
    views.put("api-key-create-wrong", new CreateApiKeyView(viewer, ORGANIZATION, Field.wrong("", "Give it a name."),
        choices(), "Choose at least one.", 7, Field.wrong("here", "No address."), null));
    views.put("api-key-created", new ApiKeyCreatedView(viewer, ORGANIZATION, "Nightly export",
        "lk_abcdefghijklmnopqrstuvwxyz234567abcdefg", now.plus(Duration.ofDays(90)), "https://sso.example.com/api"));
    views.put("api-key-delete", new DeleteApiKeyView(viewer, ORGANIZATION, "01KA2P7X9QJ4T8V0M6ZC3E5R1G",
        "Nightly export", null));
    views.put("own-api-keys", new OwnApiKeysView(viewer,
        List.of(new OwnApiKeysView.Line(lines.getFirst(), "Analytical Engines", "analytical-engines")),
        List.of(new OwnApiKeysView.Link("Analytical Engines", "/organizations/analytical-engines/api-keys"))));
    views.put("own-api-keys-none", new OwnApiKeysView(viewer, List.of(), List.of()));
    views.put("audit", audit(viewer, now, "Augusta Ada Byron tried to sign in and was refused.", "Deploy <b>"));
    views.put("audit-none", new AuditView(viewer, ORGANIZATION, filter(Field.empty()), List.of(), null));
    views.put("audit-wrong",
        new AuditView(viewer, ORGANIZATION, filter(Field.wrong("x", "Enter a day.")), List.of(), null));
    return views;
  }

  /** A history of one fact. */
  static AuditView audit(Viewer viewer, Instant now, String sentence, String text) {
    AuditView.Line line = new AuditView.Line(now.minusSeconds(90), true, sentence, text, text, text, text,
        List.of(new AuditView.Step(text, Reason.Result.PASSED, ""),
            new AuditView.Step(text, Reason.Result.FAILED, text),
            new AuditView.Step(text, Reason.Result.SKIPPED, text)),
        Map.of(text, text));
    return new AuditView(viewer, ORGANIZATION, filter(Field.of("2026-11-21")), List.of(line, line), "cursor");
  }

  private static AuditFilterView filter(Field from) {
    return new AuditFilterView(from, Field.empty(), Field.empty(), "SIGN_IN", "", Field.empty(),
        List.of(new AuditFilterView.Choice("SIGN_IN", "Sign-in")));
  }

  private static List<CreateApiKeyView.Choice> choices() {
    return Arrays.stream(Scope.values()).map(scope -> new CreateApiKeyView.Choice(scope, scope == Scope.MEMBERS_READ))
        .toList();
  }

  private static ApiKeyLine line(String name, Instant expiresAt, Instant lastUsedAt) {
    return new ApiKeyLine("01KA2P7X9QJ4T8V0M6ZC3E5R1G", name, "Augusta Ada Byron",
        List.of("members:read", "audit:read"), List.of("203.0.113.0/24"), expiresAt, lastUsedAt);
  }
}
