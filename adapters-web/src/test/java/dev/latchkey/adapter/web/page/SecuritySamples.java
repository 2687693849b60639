package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.SecurityPreviewView;
import dev.latchkey.adapter.web.page.view.SecurityStep;
import dev.latchkey.adapter.web.page.view.SecurityView;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.policy.SsoReadiness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, Integer> counts = Map.of("NO_SECOND_FACTOR", 1, "NO_SINGLE_SIGN_ON", 1, "NOT_LINKED_YET", 4711);
    Map<String, View> views = new LinkedHashMap<>();
    views.put("security", new SecurityView(viewer, frame, AuthRequired.ANY, false, some, true));
    views.put("security-read-only", new SecurityView(viewer, frame, AuthRequired.MFA, true, List.of(), false));
    views.put("security-preview",
        new SecurityPreviewView(viewer, frame, mfa, List.of(), false, counts, people, true, false));
    views.put("security-preview-nobody",
        new SecurityPreviewView(viewer, frame, mfa, List.of(), false, Map.of(), List.of(), false, false));
    views.put("security-preview-refused",
        new SecurityPreviewView(viewer, frame, sso, nothing.subList(0, 3), true, counts, people, false, false));
    views.put("security-preview-risk",
        new SecurityPreviewView(viewer, frame, sso, List.of(), true, Map.of(), List.of(), false, true));
    return views;
  }
}
