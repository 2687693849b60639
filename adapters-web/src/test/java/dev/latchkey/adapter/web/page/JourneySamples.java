package dev.latchkey.adapter.web.page;

import static dev.latchkey.adapter.web.page.Samples.ADDRESS;
import static dev.latchkey.adapter.web.page.Samples.NOW;
import static dev.latchkey.adapter.web.page.Samples.VIEWER;
import static dev.latchkey.adapter.web.page.Samples.problem;
import static dev.latchkey.adapter.web.page.Samples.text;

import dev.latchkey.adapter.web.page.view.ChangeEmailView;
import dev.latchkey.adapter.web.page.view.ChangePasswordView;
import dev.latchkey.adapter.web.page.view.CodeJourney;
import dev.latchkey.adapter.web.page.view.CodeOverView;
import dev.latchkey.adapter.web.page.view.EndOtherSessionsView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.FirstPasswordView;
import dev.latchkey.adapter.web.page.view.ForgotPasswordView;
import dev.latchkey.adapter.web.page.view.LeavingView;
import dev.latchkey.adapter.web.page.view.MagicLinkConfirmView;
import dev.latchkey.adapter.web.page.view.MagicLinkOverView;
import dev.latchkey.adapter.web.page.view.MagicLinkSentView;
import dev.latchkey.adapter.web.page.view.NoFirstPasswordView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationGeneralView;
import dev.latchkey.adapter.web.page.view.ProfileView;
import dev.latchkey.adapter.web.page.view.ResetPasswordView;
import dev.latchkey.adapter.web.page.view.ResetPasswordView.PasswordLengths;
import dev.latchkey.adapter.web.page.view.SessionKeptView;
import dev.latchkey.adapter.web.page.view.SessionsView;
import dev.latchkey.adapter.web.page.view.SocialRefusedView;
import dev.latchkey.adapter.web.page.view.SsoRefusedView;
import dev.latchkey.adapter.web.page.view.SsoRefusedView.Purpose;
import dev.latchkey.adapter.web.page.view.VerifyEmailView;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.SsoFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages on which people look after their own account. */
final class JourneySamples {
  private static final String CHALLENGE = "01KA2P7X9QJ4T8V0M6ZC3E5R1C";
  private static final PasswordLengths LENGTHS = new PasswordLengths(15, 8);

  private JourneySamples() {}

  static Map<String, View> views() {
    Map<String, View> views = new LinkedHashMap<>();
    Field nothing = Field.empty();
    views.put("forgot-password", new ForgotPasswordView(nothing, null));
    views.put("forgot-password-invalid",
        new ForgotPasswordView(Field.wrong("augusta@@", problem("email", "MALFORMED")), null));
    views.put("forgot-password-refused", new ForgotPasswordView(Field.of(ADDRESS), text("refused.tooManyMails")));
    views.put("reset-password", new ResetPasswordView(CHALLENGE, ADDRESS, nothing, nothing, LENGTHS, null));
    views.put("reset-password-problems", new ResetPasswordView(CHALLENGE, null,
        Field.wrong("", problem("code", "INVALID")), Field.wrong("", problem("newPassword", "TOO_SHORT")), LENGTHS,
        null));
    views.put("change-password", new ChangePasswordView(VIEWER, nothing, nothing, 15, null));
    views.put("change-password-wrong", new ChangePasswordView(VIEWER,
        Field.wrong("", problem("currentPassword", "WRONG")), nothing, 15, null));
    views.put("first-password", new FirstPasswordView(VIEWER, nothing, 15, null));
    views.put("first-password-wrong",
        new FirstPasswordView(VIEWER, Field.wrong("", problem("newPassword", "TOO_SHORT")), 15, null));
    for (NoFirstPasswordView.Why why : NoFirstPasswordView.Why.values()) {
      views.put("no-first-password-" + why, new NoFirstPasswordView(VIEWER, why,
          why == NoFirstPasswordView.Why.SSO_REQUIRED ? null : "/reauthenticate?returnTo=%2Faccount%2Fpassword"));
    }
    views.put("change-email", new ChangeEmailView(VIEWER, nothing, null));
    views.put("change-email-wrong",
        new ChangeEmailView(VIEWER, Field.wrong(ADDRESS, problem("email", "SAME")), null));
    views.put("change-email-refused",
        new ChangeEmailView(VIEWER, Field.of("ada@example.com"), text("refused.changeEmail.tooManyMails")));
    views.put("verify-new-email",
        new VerifyEmailView(CodeJourney.EMAIL_CHANGE, CHALLENGE, "ada@example.com", nothing, null));
    views.put("change-email-over",
        new CodeOverView(CodeJourney.EMAIL_CHANGE, text("refused.codeOver.EMAIL_CHANGE")));
    views.put("profile", new ProfileView(VIEWER, Field.of(VIEWER.name())));
    views.put("profile-wrong", new ProfileView(VIEWER, Field.wrong("", problem("name", "REQUIRED"))));
    SessionsView.Line current = new SessionsView.Line(CHALLENGE, "Chrome on Linux", "203.0.113.7",
        NOW.minus(Duration.ofMinutes(3)), NOW, true);
    views.put("sessions", new SessionsView(VIEWER, List.of(current,
        new SessionsView.Line("01KA2P7X9QJ4T8V0M6ZC3E5R1D", "Safari on iPhone",
            "2001:db8:1234:5678:9abc:def0:1234:5678", NOW.minus(Duration.ofHours(5)), NOW.minus(Duration.ofMinutes(8)),
            false),
        new SessionsView.Line("01KA2P7X9QJ4T8V0M6ZC3E5R1E", "Unknown browser", "198.51.100.23",
            NOW.minus(Duration.ofDays(6)), NOW.minus(Duration.ofDays(1)), false)),
        null));
    views.put("sessions-only-here", new SessionsView(VIEWER, List.of(current), null));
    views.put("sessions-part", new SessionsView(VIEWER, List.of(current),
        "/reauthenticate?returnTo=%2Faccount%2Fsessions"));
    views.put("end-other-sessions", new EndOtherSessionsView(VIEWER, 2));
    views.put("magic-link-sent", new MagicLinkSentView(ADDRESS, null));
    views.put("magic-link-sent-anew", new MagicLinkSentView(null, null));
    views.put("magic-link-refused", new MagicLinkSentView(null, text("refused.tooManyMails")));
    views.put("magic-link-confirm",
        new MagicLinkConfirmView(CHALLENGE + ".kX3vT9bQ2mN7pL5sD8fG1hJ4wR6yZ0aC"));
    views.put("magic-link-over", new MagicLinkOverView());
    views.put("sso-refused", new SsoRefusedView(SsoFault.NOT_LINKED, "7M3K9P2X4Q8T6V0A", null, Purpose.SIGN_IN));
    views.put("sso-interrupted",
        new SsoRefusedView(SsoFault.STATE_INVALID, "7M3K9P2X4Q8T6V0A", "/api/auth/sso/acme/login", Purpose.SIGN_IN));
    views.put("sso-link-refused",
        new SsoRefusedView(SsoFault.LINKED_TO_ANOTHER, "7M3K9P2X4Q8T6V0A", null, Purpose.LINK));
    views.put("sso-confirm-refused", new SsoRefusedView(SsoFault.NOT_SIGNED_IN_ANEW, "7M3K9P2X4Q8T6V0A",
        "/reauthenticate?returnTo=%2Faccount%2Fpasskeys", Purpose.CONFIRM));
    views.put("sso-session-kept", new SessionKeptView("7M3K9P2X4Q8T6V0A", "/api/auth/sso/acme/login"));
    views.put("social-refused", new SocialRefusedView(SsoFault.ACCOUNT_EXISTS, SocialProvider.GOOGLE,
        "7M3K9P2X4Q8T6V0A", false));
    views.put("social-failed", new SocialRefusedView(SsoFault.UNREACHABLE, SocialProvider.MICROSOFT,
        "7M3K9P2X4Q8T6V0A", false));
    views.put("social-link-refused", new SocialRefusedView(SsoFault.LINKED_TO_ANOTHER, SocialProvider.MICROSOFT,
        "7M3K9P2X4Q8T6V0A", true));
    views.put("leaving-to-connect",
        new LeavingView("https://accounts.google.com/o/oauth2/v2/auth?client_id=latchkey",
            LeavingView.Reason.LINK_SOCIAL));
    views.put("leaving",
        new LeavingView("https://login.acme.example/authorize?client_id=latchkey", LeavingView.Reason.SIGN_IN));
    views.put("leaving-signed-out",
        new LeavingView("https://login.acme.example/logout?client_id=latchkey", LeavingView.Reason.SIGN_OUT));
    OrganizationFrame frame = new OrganizationFrame(CHALLENGE, "Analytical Engines", "analytical-engines", Role.OWNER);
    views.putAll(SecuritySamples.views(VIEWER, frame));
    views.put("organization", new OrganizationGeneralView(VIEWER, frame, Field.of(frame.name())));
    views.put("organization-wrong",
        new OrganizationGeneralView(VIEWER, frame, Field.wrong("", problem("name", "REQUIRED"))));
    views.put("organization-read-only", new OrganizationGeneralView(VIEWER,
        new OrganizationFrame(CHALLENGE, frame.name(), frame.slug(), Role.AGENT), null));
    return views;
  }
}
