package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.AuditView;
import dev.latchkey.adapter.web.page.view.EmergencyLine;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.MoveMembersView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.SecurityPreviewView;
import dev.latchkey.adapter.web.page.view.SecurityStep;
import dev.latchkey.adapter.web.page.view.SecurityView;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import dev.latchkey.adapter.web.page.view.WhatIfView;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.policy.SsoMove;
import dev.latchkey.domain.policy.SsoReadiness;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInMethod;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of security settings, in every state that they can be in. */
final class SecuritySamples {
  private SecuritySamples() {}

  static Map<String, View> views(Viewer viewer, OrganizationFrame frame) {
    AuthenticationRequirement mfa = new AuthenticationRequirement(AuthRequired.MFA, true);
    AuthenticationRequirement sso = new AuthenticationRequirement(AuthRequired.SSO, false);
    List<SecurityStep> nothing = SecurityStep.of(new SsoReadiness(false, false, false, false), frame.slug());
    List<SecurityStep> some = SecurityStep.of(new SsoReadiness(true, true, false, false), frame.slug());
    List<SecurityPreviewView.Line> people = List.of(
        new SecurityPreviewView.Line(viewer.name(), viewer.email(), "NO_SECOND_FACTOR"),
        new SecurityPreviewView.Line("Charles Babbage", "charles@babbage.example", "NO_SINGLE_SIGN_ON"),
        new SecurityPreviewView.Line("Grace Hopper", "grace@acme.example", "NOT_LINKED_YET"));
    List<EmergencyLine> emergency = List.of(
        new EmergencyLine("01KB3M9RQ2V7X0T5C8D1E4F6GH", viewer.name(), viewer.email(), List.of()),
        new EmergencyLine("01KB3M9RQ2V7X0T5C8D1E4F6GJ", "Grace Hopper", "grace@acme.example",
            List.of("PASSWORD", "SECOND_FACTOR", "DEACTIVATED")));
    Map<String, Integer> counts = Map.of("NO_SECOND_FACTOR", 1, "NO_SINGLE_SIGN_ON", 1, "NOT_LINKED_YET", 4711);
    Map<String, View> views = new LinkedHashMap<>();
    views.put("security", new SecurityView(viewer, frame, AuthRequired.ANY, false, some, emergency, true));
    views.put("security-read-only",
        new SecurityView(viewer, frame, AuthRequired.MFA, true, List.of(), List.of(), false));
    views.put("security-preview",
        new SecurityPreviewView(viewer, frame, mfa, List.of(), false, emergency, counts, people, true, false));
    views.put("security-preview-nobody",
        new SecurityPreviewView(viewer, frame, mfa, List.of(), false, emergency, Map.of(), List.of(), false, false));
    views.put("security-preview-refused",
        new SecurityPreviewView(viewer, frame, sso, nothing.subList(0, 3), true, List.of(), counts, people, false,
            false));
    views.put("security-preview-risk",
        new SecurityPreviewView(viewer, frame, sso, List.of(), true, emergency.subList(1, 2), Map.of(), List.of(),
            false, true));
    views.put("what-if", new WhatIfView(viewer, frame, Field.empty(), SignInMethod.PASSWORD, null, List.of()));
    views.put("what-if-answer", new WhatIfView(viewer, frame, Field.of(viewer.email()), SignInMethod.SSO,
        SignInForecast.Answer.OPENS, List.of(new AuditView.Step("Rule", Reason.Result.PASSED, "Detail"),
            new AuditView.Step("Rule", Reason.Result.FAILED, ""))));
    views.put("move-to-sso", new MoveMembersView(viewer, frame, true,
        Map.of("LINKED", 1, "AT_FIRST_SIGN_IN", 712, "NOT_LINKED", 2, "BREAK_GLASS", 2), moves(null), "cursor", null));
    views.put("move-to-sso-on-the-way", new MoveMembersView(viewer, frame, true, Map.of(), moves("MAILED"), "cursor",
        new MoveMembersView.Progress(200, 717)));
    views.put("move-to-sso-not-connected", new MoveMembersView(viewer, frame, false,
        Map.of("NOT_LINKED", 1), moves(null), null, null));
    return views;
  }

  private static List<MoveMembersView.Line> moves(@Nullable String result) {
    return Arrays.stream(SsoMove.values()).map(move -> new MoveMembersView.Line("01KB3M9RQ2V7X0T5C8D1E4F6GH",
        "Mary Somerville", "mary@somerville.example", move.name(), result)).toList();
  }
}
