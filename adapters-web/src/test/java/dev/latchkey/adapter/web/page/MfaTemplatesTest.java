package dev.latchkey.adapter.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.page.view.AccountMfaView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.MfaChallengeView;
import dev.latchkey.adapter.web.page.view.Page;
import dev.latchkey.adapter.web.page.view.ReauthenticateView;
import dev.latchkey.adapter.web.page.view.RecoveryCodesView;
import dev.latchkey.adapter.web.page.view.RemoveMfaView;
import dev.latchkey.adapter.web.page.view.SetUpMfaView;
import dev.latchkey.adapter.web.page.view.SetUpMfaView.Way;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import java.net.URLDecoder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MfaTemplatesTest {
  private static final String HOSTILE = "\"'><script>alert(1)</script><b onclick=x>&amp;{0}";

  private final Templates templates = new Templates();

  @Test
  void escapes_whatever_people_and_organizations_are_called() {
    Page page = new Page(Samples.MESSAGES, HOSTILE, Samples.NOW, true, List.of(), null);
    Field field = Field.wrong(HOSTILE, HOSTILE);
    Viewer viewer = new Viewer(HOSTILE, HOSTILE);
    List<View> views = List.of(new MfaChallengeView(false, true, field, HOSTILE, HOSTILE),
        new MfaChallengeView(true, true, field, HOSTILE, HOSTILE),
        new SetUpMfaView(MfaSamples.QR, HOSTILE, field, Way.DEMANDED, List.of(HOSTILE), HOSTILE, HOSTILE),
        new RecoveryCodesView(List.of(HOSTILE), false, "/"), new AccountMfaView(viewer, true, 1, List.of(HOSTILE)),
        new AccountMfaView(viewer, false, 0, List.of(HOSTILE)), new RemoveMfaView(viewer, HOSTILE),
        new ReauthenticateView(HOSTILE, ReauthenticateView.Way.APP,
            EnumSet.allOf(ReauthenticateView.Way.class),
            List.of(new ReauthenticateView.SsoWay(HOSTILE, "/api/auth/sso/x/login")), field, HOSTILE, HOSTILE));
    for (View view : views) {
      Document drawn = draw(page, view);
      assertThat(drawn.select("script")).as(view.template()).hasSize(1);
      assertThat(drawn.select("[onclick]")).as(view.template()).isEmpty();
      assertThat(drawn.text()).as(view.template()).contains(HOSTILE);
    }
  }

  @Test
  void never_shows_a_code_that_was_typed() {
    Field typed = Field.wrong("123456", "Wrong");
    assertThat(draw(new MfaChallengeView(false, true, typed, null, null)).getElementById("totp").val()).isEmpty();
    assertThat(draw(new MfaChallengeView(true, true, typed, null, null)).getElementById("recoveryCode").val())
        .isEmpty();
    assertThat(draw(new SetUpMfaView(MfaSamples.QR, MfaSamples.KEY, typed, Way.OFFERED, List.of(), null, null))
        .getElementById("totp").val()).isEmpty();
    assertThat(
        draw(
            new ReauthenticateView("a@b.example", ReauthenticateView.Way.APP, Set.of(ReauthenticateView.Way.APP),
                List.of(), typed, null, null))
            .getElementById("totp").val())
        .isEmpty();
  }

  @Test
  void may_be_declined_only_where_it_is_offered() {
    assertThat(draw(sample("set-up-mfa")).select("form[action=/setup-mfa/skip]").text())
        .isEqualTo("No thanks, I’ll set it up later");
    assertThat(draw(sample("set-up-mfa-demanded")).select("form[action=/setup-mfa/skip]")).isEmpty();
    assertThat(draw(sample("set-up-mfa-replacing")).select("form[action=/setup-mfa/skip]")).isEmpty();
  }

  @Test
  void shows_the_key_for_apps_that_cannot_scan_and_copies_it_as_it_is() {
    Document page = draw(sample("set-up-mfa"));
    assertThat(page.select(".copy code").text()).isEqualTo("ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567");
    assertThat(page.select("[data-copy]").attr("data-copy")).isEqualTo(MfaSamples.KEY);
    assertThat(page.select("svg.qr path").attr("d")).isEqualTo(MfaSamples.QR.path());
  }

  @Test
  void keeps_recovery_codes_in_a_file_without_javascript() {
    Document page = draw(sample("recovery-codes"));
    String link = page.select("a[download]").attr("href");
    assertThat(page.select("a[download]").attr("download")).isEqualTo("recovery-codes.txt");
    assertThat(URLDecoder.decode(link.replace("data:text/plain;charset=utf-8,", ""), UTF_8).lines())
        .containsSequence(page.select(".codes code").eachText()).hasSize(12);
    assertThat(page.select("[data-copy]").attr("data-copy").lines()).hasSize(10);
  }

  @Test
  void offers_removal_only_where_nobody_insists() {
    assertThat(draw(sample("account-mfa")).select("a[href=/account/mfa/remove]")).hasSize(1);
    Document insisted = draw(sample("account-mfa-few-codes"));
    assertThat(insisted.select("a[href=/account/mfa/remove]")).isEmpty();
    assertThat(insisted.text()).contains("because Babbage & Sons asks its members", "only one recovery code left");
  }

  @Test
  void says_on_the_home_page_what_is_closed_and_how_to_open_it() {
    Document home = draw(sample("home-closed"));
    assertThat(home.select(".notice.warning").text()).contains("Babbage & Sons").doesNotContain("Analytical");
    assertThat(home.select(".notice a").attr("href")).isEqualTo("/setup-mfa");
    assertThat(home.select(".badge").eachText()).containsExactly("Owner", "Second factor needed");
  }

  private static View sample(String name) {
    return Samples.views().get(name);
  }

  private Document draw(View view) {
    return draw(Samples.PAGE, view);
  }

  private Document draw(Page page, View view) {
    return Jsoup.parse(new String(templates.render(page, view), UTF_8));
  }
}
