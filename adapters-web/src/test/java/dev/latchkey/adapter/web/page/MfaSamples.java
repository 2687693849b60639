package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.AccountMfaView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.HomeView;
import dev.latchkey.adapter.web.page.view.HomeView.OrganizationCard;
import dev.latchkey.adapter.web.page.view.HomeView.Role;
import dev.latchkey.adapter.web.page.view.MfaChallengeView;
import dev.latchkey.adapter.web.page.view.PasskeysView;
import dev.latchkey.adapter.web.page.view.QrPicture;
import dev.latchkey.adapter.web.page.view.ReauthenticateView;
import dev.latchkey.adapter.web.page.view.ReauthenticationCodeView;
import dev.latchkey.adapter.web.page.view.RecoveryCodesView;
import dev.latchkey.adapter.web.page.view.RemoveMfaView;
import dev.latchkey.adapter.web.page.view.RemovePasskeyView;
import dev.latchkey.adapter.web.page.view.SetUpMfaView;
import dev.latchkey.adapter.web.page.view.SetUpMfaView.Way;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The pages of the second factor in the states people meet. */
final class MfaSamples {
  static final QrPicture QR = new QrPicture(9, "M4 4h1v1h-1z");
  static final String KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final List<String> CODES = IntStream.range(0, 10).mapToObj(i -> "k7wm-p2xq-" + "abcdefghjk".charAt(i)
      + "4tn-z9ru").toList();

  private MfaSamples() {}

  static Map<String, View> views(Viewer viewer) {
    Map<String, View> views = new LinkedHashMap<>();
    Field none = Field.empty();
    views.put("mfa", new MfaChallengeView(false, true, none, "/account?a=b", null));
    views.put("mfa-wrong", new MfaChallengeView(false, false, wrong("totp", "INVALID"), null, null));
    views.put("mfa-wait", new MfaChallengeView(false, false, none, null, text("refused.mfa.wait", "4 seconds")));
    views.put("mfa-recovery", new MfaChallengeView(true, true, none, "/account?a=b", null));
    views.put("mfa-recovery-wrong", new MfaChallengeView(true, false, wrong("recoveryCode", "MALFORMED"), null, null));
    views.put("set-up-mfa", new SetUpMfaView(QR, KEY, none, Way.OFFERED, List.of(), null, null));
    views.put("set-up-mfa-demanded", new SetUpMfaView(QR, KEY, wrong("totp", "MISMATCH"), Way.DEMANDED,
        List.of("Analytical Engines", "Babbage & Sons"), "/account", null));
    views.put("set-up-mfa-replacing",
        new SetUpMfaView(QR, KEY, none, Way.REPLACING, List.of(), "/account/mfa", null));
    views.put("recovery-codes", new RecoveryCodesView(CODES, false, "https://app.example.com/"));
    views.put("recovery-codes-renewed", new RecoveryCodesView(CODES, true, "/account/mfa"));
    views.put("account-mfa", new AccountMfaView(viewer, true, 10, List.of()));
    views.put("account-mfa-few-codes", new AccountMfaView(viewer, true, 1, List.of("Babbage & Sons")));
    views.put("account-mfa-none", new AccountMfaView(viewer, false, 0, List.of()));
    views.put("account-mfa-demanded", new AccountMfaView(viewer, false, 0, List.of("Babbage & Sons")));
    views.put("remove-mfa", new RemoveMfaView(viewer, null));
    views.put("remove-mfa-refused", new RemoveMfaView(viewer, Samples.text("refused.mfa.lastBreakGlass")));
    views.put("reauthenticate", new ReauthenticateView(viewer.email(), ReauthenticateView.Way.PASSWORD,
        Set.of(ReauthenticateView.Way.PASSWORD, ReauthenticateView.Way.PASSKEY), List.of(), none, "/account/mfa",
        null));
    views.put("reauthenticate-code",
        new ReauthenticateView(viewer.email(), ReauthenticateView.Way.APP,
            Set.of(ReauthenticateView.Way.PASSWORD, ReauthenticateView.Way.APP, ReauthenticateView.Way.PASSKEY),
            List.of(),
            wrong("totp", "INVALID"), "/account/mfa", null));
    views.put("reauthenticate-passkey",
        new ReauthenticateView(viewer.email(), ReauthenticateView.Way.PASSKEY, Set.of(ReauthenticateView.Way.PASSKEY),
            List.of(),
            none, "/account/passkeys", null));
    views.put("reauthenticate-mail",
        new ReauthenticateView(viewer.email(), ReauthenticateView.Way.MAIL, Set.of(ReauthenticateView.Way.MAIL),
            List.of(), none,
            "/account/password", null));
    views.put("reauthenticate-passkey-or-mail", new ReauthenticateView(viewer.email(), ReauthenticateView.Way.PASSKEY,
        Set.of(ReauthenticateView.Way.PASSKEY, ReauthenticateView.Way.MAIL), List.of(), none, "/account/password",
        null));
    views.put("reauthenticate-wrong",
        new ReauthenticateView(viewer.email(), ReauthenticateView.Way.PASSWORD,
            Set.of(ReauthenticateView.Way.PASSWORD, ReauthenticateView.Way.APP), List.of(),
            wrong("password", "INVALID"), null, null));
    views.put("reauthenticate-sso",
        new ReauthenticateView(viewer.email(), ReauthenticateView.Way.MAIL, Set.of(ReauthenticateView.Way.MAIL),
            List.of(new ReauthenticateView.SsoWay("Analytical Engines",
                "/api/auth/sso/analytical-engines/login?prompt=login&returnTo=%2Faccount%2Fpassword")),
            none, "/account/password", null));
    views.put("reauthenticate-by-code",
        new ReauthenticationCodeView(viewer.email(), "01KA2P7X9QJ4T8V0M6ZC3E5R1D", none, "/account/password", null));
    views.put("reauthenticate-by-code-wrong", new ReauthenticationCodeView(viewer.email(),
        "01KA2P7X9QJ4T8V0M6ZC3E5R1D", wrong("code", "INVALID"), "/account/password", null));
    views.put("reauthenticate-by-code-too-many", new ReauthenticationCodeView(viewer.email(), null, none,
        "/account/password", Samples.text("refused.tooManyMails")));
    views.put("passkeys", new PasskeysView(viewer, List.of(
        new PasskeysView.Line("01KA2P7X9QJ4T8V0M6ZC3E5R1D", "Chrome on Linux", Samples.NOW.minus(Duration.ofDays(40)),
            Samples.NOW.minus(Duration.ofHours(2))),
        new PasskeysView.Line("01KA2P7X9QJ4T8V0M6ZC3E5R1E", "The grey security key on my key ring, with the cat on it",
            Samples.NOW.minus(Duration.ofMinutes(2)), null)),
        "Safari on iPhone", 10));
    views.put("passkeys-none", new PasskeysView(viewer, List.of(), "Chrome on Linux", 10));
    views.put("passkeys-full", new PasskeysView(viewer, IntStream.range(0, 10).mapToObj(
        i -> new PasskeysView.Line("01KA2P7X9QJ4T8V0M6ZC3E5R1" + i, "Security key " + (i + 1), Samples.NOW,
            Samples.NOW))
        .toList(), "Chrome on Linux", 10));
    views.put("remove-passkey",
        new RemovePasskeyView(viewer, "01KA2P7X9QJ4T8V0M6ZC3E5R1D", "The grey security key on my key ring"));
    views.put("home-closed", new HomeView(viewer, List.of(
        new OrganizationCard("Analytical Engines", "analytical-engines", Role.OWNER, false, false),
        new OrganizationCard("Babbage & Sons", "babbage-and-sons-of-london", Role.AGENT, true, false)), List.of(),
        Samples.NOW.minus(Duration.ofMinutes(3)), Samples.NOW.plus(Duration.ofDays(6))));
    return views;
  }

  private static Field wrong(String field, String code) {
    return Field.wrong("typed", Samples.MESSAGES.problem(field, code, ""));
  }

  private static String text(String key, Object... arguments) {
    return Samples.MESSAGES.text(key, arguments);
  }
}
