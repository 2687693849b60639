package dev.latchkey.adapter.web.page.view;

import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.domain.policy.SsoReadiness;
import java.util.List;

/**
 * One thing that single sign-on takes before it can be demanded.
 *
 * @param name under which its texts are found
 * @param href where it is done
 */
public record SecurityStep(String name, boolean done, String href) {
  /** All of them, in the order in which they are done best. */
  public static List<SecurityStep> of(SsoReadiness readiness, String slug) {
    String organization = "/organizations/" + slug;
    return List.of(new SecurityStep("CONNECTION", readiness.connected(), organization + "/sso"),
        new SecurityStep("DOMAIN_NOT_VERIFIED", readiness.domainVerified(), organization + "/domains"),
        new SecurityStep("SSO_NOT_PROVEN", readiness.ssoProven(),
            SsoEntry.path(slug, organization + "/security")),
        new SecurityStep("NO_BREAK_GLASS", readiness.breakGlassReady(), organization + "/members?role=owner"));
  }
}
