package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /organizations/{slug}/audit/what-if}. Posts {@code email} and {@code method} to itself.
 *
 * @param answer what would come of it; null before anything was asked
 * @param chain the rules in the order in which they were looked at
 */
public record WhatIfView(Viewer viewer, OrganizationFrame organization, Field email, SignInMethod chosen,
    SignInForecast.@Nullable Answer answer, List<AuditView.Step> chain) implements View, FormView {
  public WhatIfView {
    chain = List.copyOf(chain);
  }

  @Override
  public String template() {
    return "organization/what-if.jte";
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("email", email));
  }

  @Override
  public @Nullable String problem() {
    return null;
  }

  public String auditPath() {
    return OrganizationSection.AUDIT.path(organization.slug());
  }

  public String path() {
    return auditPath() + "/what-if";
  }

  /** The ways to choose from. */
  public List<String> methods() {
    return Arrays.stream(SignInMethod.values()).map(WhatIfView::word).toList();
  }

  public String method() {
    return word(chosen);
  }

  public Tone tone() {
    return answer == SignInForecast.Answer.OPENS ? Tone.SUCCESS : Tone.WARNING;
  }

  private static String word(SignInMethod method) {
    return method.name().toLowerCase(Locale.ROOT);
  }
}
