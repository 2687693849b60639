package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.CodeJourney;
import dev.latchkey.adapter.web.page.view.CodeOverView;
import dev.latchkey.adapter.web.page.view.ErrorView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.HomeView;
import dev.latchkey.adapter.web.page.view.HomeView.OrganizationCard;
import dev.latchkey.adapter.web.page.view.HomeView.Role;
import dev.latchkey.adapter.web.page.view.Page;
import dev.latchkey.adapter.web.page.view.SignInAddressView;
import dev.latchkey.adapter.web.page.view.SignInPasswordView;
import dev.latchkey.adapter.web.page.view.SignUpClosedView;
import dev.latchkey.adapter.web.page.view.SignUpView;
import dev.latchkey.adapter.web.page.view.Toast;
import dev.latchkey.adapter.web.page.view.Tone;
import dev.latchkey.adapter.web.page.view.TrialMailView;
import dev.latchkey.adapter.web.page.view.TrialMailboxView;
import dev.latchkey.adapter.web.page.view.TrialMailboxView.Line;
import dev.latchkey.adapter.web.page.view.VerifyEmailView;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.domain.social.SocialProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every page in the states people meet, with real-looking contents. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  static final Messages MESSAGES = Messages.of(Locale.UK);
  static final Page PAGE = new Page(MESSAGES, "Latchkey", NOW, true, List.of(SocialProvider.values()), null);
  static final Page PAGE_WITH_TOAST =
      new Page(MESSAGES, "Latchkey", NOW, false, List.of(), new Toast(Tone.SUCCESS, MESSAGES.text("notice.signedOut")));

  private static final String REQUEST_ID = "01KA2P7X9QJ4T8V0M6ZC3E5R1B";
  static final String ADDRESS = "augusta.byron@analytical-engines.example";
  static final Viewer VIEWER = new Viewer("Augusta Ada Byron", ADDRESS);

  private Samples() {}

  static Map<String, View> views() {
    Map<String, View> views = new LinkedHashMap<>();
    Field email = Field.of(ADDRESS);
    views.put("sign-up", new SignUpView(Field.empty(), Field.empty(), Field.empty(), Field.empty(), 15, null));
    views.put("sign-up-problems", new SignUpView(Field.of("Analytical Engines"),
        Field.wrong("", problem("name", "REQUIRED")), Field.wrong("augusta@@", problem("email", "MALFORMED")),
        Field.wrong("", problem("password", "TOO_SHORT")), 15, null));
    views.put("sign-up-one-problem",
        new SignUpView(Field.of("Analytical Engines"), Field.of("Augusta Ada Byron"), email,
            Field.wrong("", problem("password", "OWN_NAME")), 15, null));
    views.put("sign-up-closed", new SignUpClosedView());
    views.put("verify-email",
        new VerifyEmailView(CodeJourney.SIGN_UP, "01KA2P7X9QJ4T8V0M6ZC3E5R1C", ADDRESS, Field.empty(), null));
    views.put("verify-email-wrong", new VerifyEmailView(CodeJourney.SIGN_UP, "01KA2P7X9QJ4T8V0M6ZC3E5R1C", null,
        Field.wrong("", problem("code", "INVALID")), null));
    views.put("verify-email-refused",
        new VerifyEmailView(CodeJourney.SIGN_UP, "01KA2P7X9QJ4T8V0M6ZC3E5R1C", ADDRESS, Field.empty(),
            text("refused.tooManyMails")));
    views.put("sign-up-over", new CodeOverView(CodeJourney.SIGN_UP, text("refused.codeOver.SIGN_UP")));
    views.put("sign-in", new SignInAddressView(Field.empty(), true, false, "/account", null));
    views.put("sign-in-invalid", new SignInAddressView(Field.wrong("augusta@@", problem("email", "MALFORMED")), false,
        true, null, null));
    views.put("sign-in-password", new SignInPasswordView(ADDRESS, Field.empty(), "/account?a=b&c=d", null));
    views.put("sign-in-refused",
        new SignInPasswordView(ADDRESS, Field.empty(), null, text("refused.signIn.credentials")));
    views.put("home", new HomeView(VIEWER, List.of(
        new OrganizationCard("Analytical Engines", "analytical-engines", Role.OWNER, false, false),
        new OrganizationCard("Royal Society of London for Improving Natural Knowledge", "royal-society", Role.ADMIN,
            false, false),
        new OrganizationCard("Babbage & Sons", "babbage-and-sons-of-london", Role.AGENT, false, true)), List.of(),
        NOW.minus(Duration.ofMinutes(3)), NOW.plus(Duration.ofDays(6))));
    views.put("home-without-organization",
        new HomeView(VIEWER, List.of(), List.of(), NOW.minusSeconds(5), NOW.plus(Duration.ofDays(6))));
    views.put("mailbox", new TrialMailboxView(List.of(
        new Line("01KA2P7X9QJ4T8V0M6ZC3E5R1D", ADDRESS, "Confirm your e-mail address for Latchkey",
            NOW.minusSeconds(20)),
        new Line("01KA2P7X9QJ4T8V0M6ZC3E5R1E", "charles@babbage.example", "You already have an account at Latchkey",
            NOW.minus(Duration.ofHours(5)))),
        null));
    views.put("mailbox-narrowed", new TrialMailboxView(List.of(), ADDRESS));
    views.put("mail",
        new TrialMailView("01KA2P7X9QJ4T8V0M6ZC3E5R1D", ADDRESS, "Confirm your e-mail address for Latchkey",
            NOW.minusSeconds(200), "Confirm your e-mail address\n\nYour code: 12345678\n", true));
    for (int status : List.of(400, 403, 404, 405, 409, 413, 415, 418, 500, 502)) {
      views.put("error-" + status, new ErrorView(status, REQUEST_ID, null, null, status != 404));
    }
    views.put("error-429", new ErrorView(429, REQUEST_ID, null, Duration.ofSeconds(150), false));
    views.put("error-503", new ErrorView(503, REQUEST_ID, "The database doesn’t answer.", Duration.ofSeconds(5), true));
    views.putAll(JourneySamples.views());
    views.putAll(ApiKeySamples.views(VIEWER, NOW));
    views.putAll(MfaSamples.views(VIEWER));
    views.putAll(InvitationSamples.views());
    views.putAll(MemberSamples.views(VIEWER));
    views.putAll(SetupSamples.views());
    views.putAll(DomainSamples.views(VIEWER));
    views.putAll(SsoSamples.views(VIEWER, NOW));
    views.putAll(IdentitySamples.views(VIEWER, NOW));
    return views;
  }

  static String text(String key) {
    return MESSAGES.text(key);
  }

  static String problem(String field, String code) {
    return MESSAGES.problem(field, code, "");
  }
}
