package dev.latchkey.adapter.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.page.view.ChangeEmailView;
import dev.latchkey.adapter.web.page.view.ChangePasswordView;
import dev.latchkey.adapter.web.page.view.CodeJourney;
import dev.latchkey.adapter.web.page.view.CodeOverView;
import dev.latchkey.adapter.web.page.view.ErrorView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.ForgotPasswordView;
import dev.latchkey.adapter.web.page.view.HomeView;
import dev.latchkey.adapter.web.page.view.HomeView.OrganizationCard;
import dev.latchkey.adapter.web.page.view.HomeView.Role;
import dev.latchkey.adapter.web.page.view.Icon;
import dev.latchkey.adapter.web.page.view.MagicLinkSentView;
import dev.latchkey.adapter.web.page.view.Page;
import dev.latchkey.adapter.web.page.view.ProfileView;
import dev.latchkey.adapter.web.page.view.ResetPasswordView;
import dev.latchkey.adapter.web.page.view.ResetPasswordView.PasswordLengths;
import dev.latchkey.adapter.web.page.view.SessionsView;
import dev.latchkey.adapter.web.page.view.SignInAddressView;
import dev.latchkey.adapter.web.page.view.SignInPasswordView;
import dev.latchkey.adapter.web.page.view.SignUpView;
import dev.latchkey.adapter.web.page.view.SsoDepartureView;
import dev.latchkey.adapter.web.page.view.Toast;
import dev.latchkey.adapter.web.page.view.Tone;
import dev.latchkey.adapter.web.page.view.TrialMailView;
import dev.latchkey.adapter.web.page.view.VerifyEmailView;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import dev.latchkey.domain.social.SocialProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

  private static final String HOSTILE = "\"'><script>alert(1)</script><b onclick=x>&amp;{0}";

  private final Templates templates = new Templates();

  static Stream<String> samples() {
    return Samples.views().keySet().stream();
  }

  @Test
  void every_page_has_a_sample() {
    assertThat(Samples.views().values()).extracting(Object::getClass).map(Class::getName)
        .containsAll(Arrays.stream(View.class.getPermittedSubclasses()).map(Class::getName).toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void has_no_inline_script_or_style_so_that_the_content_security_policy_can_forbid_them(String sample) {
    Document page = draw(sample);
    assertThat(page.select("[style], style")).isEmpty();
    assertThat(page.select("script")).allMatch(script -> script.hasAttr("src") && script.data().isEmpty());
    assertThat(page.getAllElements()).allMatch(element -> element.attributes().asList().stream()
        .noneMatch(attribute -> attribute.getKey().startsWith("on") || attribute.getValue().startsWith("javascript:")));
    assertThat(page.select("form")).allMatch(form -> form.attr("action").startsWith("/"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void is_whole_for_people_who_listen(String sample) {
    Document page = draw(sample);
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(page.title()).endsWith(" – Latchkey");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("main#main")).hasSize(1);
    assertThat(page.select("a[href=#main]")).hasSize(1);
    assertThat(page.select("[id]")).extracting(Element::id).doesNotHaveDuplicates();
    assertThat(page.select("input:not([type=hidden])"))
        .allMatch(input -> page.select("label[for=" + input.id() + "]").size() == 1);
    assertThat(page.select("[aria-describedby]")).allSatisfy(
        element -> assertThat(element.attr("aria-describedby").split(" "))
            .allMatch(id -> page.getElementById(id) != null));
    assertThat(page.select("button, a"))
        .allMatch(control -> !control.text().isBlank() || control.hasAttr("aria-label"));
    assertThat(page.select("svg")).allMatch(picture -> picture.attr("aria-hidden").equals("true"));
    assertThat(page.select("[autofocus]")).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void offers_what_needs_javascript_only_once_javascript_is_there(String sample) {
    assertThat(draw(sample).select("button[type=button]:not([popovertarget])"))
        .allMatch(button -> button.hasAttr("hidden"));
  }

  @Test
  void escapes_whatever_people_typed() {
    Page page = new Page(Samples.MESSAGES, HOSTILE, Samples.NOW, true, List.of(SocialProvider.values()),
        new Toast(Tone.INFO, HOSTILE));
    Field field = Field.wrong(HOSTILE, HOSTILE);
    Viewer viewer = new Viewer(HOSTILE, HOSTILE);
    List<View> views = List.of(new SignUpView(field, field, field, field, 15, HOSTILE),
        new VerifyEmailView(CodeJourney.SIGN_UP, HOSTILE, HOSTILE, field, HOSTILE),
        new SignInAddressView(field, true, true, HOSTILE, HOSTILE),
        new SsoDepartureView(HOSTILE, "/api/auth/sso/x/login?login_hint=y", HOSTILE),
        new SignInPasswordView(HOSTILE, field, HOSTILE, HOSTILE),
        new HomeView(viewer, List.of(new OrganizationCard(HOSTILE, HOSTILE, Role.OWNER, true, false)),
            List.of(HOSTILE), Samples.NOW,
            Samples.NOW),
        new HomeView(viewer, List.of(), List.of(), Samples.NOW, Samples.NOW),
        new TrialMailView(HOSTILE, HOSTILE, HOSTILE, Samples.NOW, HOSTILE, true),
        new ErrorView(403, HOSTILE, HOSTILE, null, true), new ForgotPasswordView(field, HOSTILE),
        new ResetPasswordView(HOSTILE, HOSTILE, field, field, new PasswordLengths(15, 8), HOSTILE),
        new ChangePasswordView(viewer, field, field, 15, HOSTILE), new ProfileView(viewer, field),
        new ChangeEmailView(viewer, field, HOSTILE), new CodeOverView(CodeJourney.EMAIL_CHANGE, HOSTILE),
        new SessionsView(viewer, List.of(new SessionsView.Line(HOSTILE, HOSTILE, HOSTILE, Samples.NOW, Samples.NOW,
            false)), HOSTILE),
        ApiKeySamples.audit(viewer, Samples.NOW, HOSTILE, HOSTILE), new MagicLinkSentView(HOSTILE, null),
        new MagicLinkSentView(HOSTILE, HOSTILE));
    for (View view : views) {
      Document drawn = draw(page, view);
      assertThat(drawn.select("script")).as(view.template()).hasSize(1);
      assertThat(drawn.select("[onclick]")).as(view.template()).isEmpty();
      assertThat(drawn.text()).as(view.template()).contains(HOSTILE);
    }
  }

  @Test
  void keeps_what_was_typed_but_never_a_password_or_a_code() {
    Field typed = Field.wrong("typed before", "Wrong");
    Document signUp = draw(Samples.PAGE, new SignUpView(typed, typed, typed, typed, 15, null));
    assertThat(signUp.select("input[name=name], input[name=email], input[name=organizationName]").eachAttr("value"))
        .containsExactly("typed before", "typed before", "typed before");
    assertThat(signUp.getElementById("password").attr("value")).isEmpty();
    Document verify = draw(Samples.PAGE, new VerifyEmailView(CodeJourney.SIGN_UP, "x", null, typed, null));
    assertThat(verify.getElementById("code").attr("value")).isEmpty();
    Document signIn = draw(Samples.PAGE, new SignInPasswordView("a@b.example", typed, null, null));
    assertThat(signIn.getElementById("password").attr("value")).isEmpty();
    Document reset = draw(Samples.PAGE,
        new ResetPasswordView("x", null, typed, typed, new PasswordLengths(15, 8), null));
    assertThat(reset.select("#code, #newPassword").eachAttr("value")).containsExactly("", "");
    Document change = draw(Samples.PAGE, new ChangePasswordView(new Viewer("Ada", "a@b.example"), typed, typed, 15,
        null));
    assertThat(change.select("#currentPassword, #newPassword").eachAttr("value")).containsExactly("", "");
  }

  @Test
  void tells_password_managers_and_phones_what_belongs_where() {
    assertThat(Map.of("sign-in", "username", "sign-up", "name username organization new-password", "sign-in-password",
        "username current-password", "verify-email", "one-time-code")).allSatisfy(
            (sample, purposes) -> assertThat(
                String.join(" ", draw(sample).select("input[autocomplete]").eachAttr("autocomplete")))
                .isEqualTo(purposes));
    assertThat(draw("verify-email").getElementById("code").attr("inputmode")).isEqualTo("numeric");
  }

  @Test
  void leads_from_the_summary_to_each_wrong_field() {
    Document page = draw("sign-up-problems");
    assertThat(page.title()).startsWith("Error: ");
    assertThat(page.select("#problem a").eachAttr("href")).containsExactly("#name", "#email", "#password");
    assertThat(page.select("[aria-invalid=true]").eachAttr("id")).containsExactly("name", "email", "password");
    assertThat(page.selectFirst("[autofocus]").id()).isEqualTo("problem");
  }

  @Test
  void puts_the_focus_where_typing_goes_on() {
    assertThat(Map.of("sign-up", "name", "sign-up-one-problem", "password", "sign-in-refused", "password",
        "verify-email-wrong", "code")).allSatisfy(
            (sample, field) -> assertThat(
                draw(sample).selectFirst("[autofocus]").id()).isEqualTo(field));
  }

  @Test
  void carries_the_way_back_through_both_steps_of_signing_in() {
    Document page = draw("sign-in-password");
    assertThat(page.selectFirst("input[name=returnTo]").attr("value")).isEqualTo("/account?a=b&c=d");
    assertThat(page.selectFirst("a.at-label").attr("href")).isEqualTo("/sign-in?returnTo=%2Faccount%3Fa%3Db%26c%3Dd");
  }

  @Test
  void says_how_long_to_wait_and_never_too_short() {
    assertThat(draw("error-429").text()).contains("Try again in 3 minutes.");
    assertThat(draw("error-503").text()).contains("Try again in 5 seconds.").contains("Request id");
  }

  @ParameterizedTest
  @EnumSource
  void draws_icons_as_they_are_in_bootstrap_icons(Icon icon) throws IOException {
    Element drawn = Jsoup.parseBodyFragment(templates.renderText("components/icon.jte", Map.of("icon", icon)))
        .selectFirst("svg");
    String file = "/META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/"
        + icon.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    try (InputStream original = Objects.requireNonNull(getClass().getResourceAsStream(file), file)) {
      assertThat(shapes(drawn)).isNotEmpty()
          .isEqualTo(shapes(Jsoup.parseBodyFragment(new String(original.readAllBytes(), UTF_8))));
    }
  }

  @Test
  void refers_only_to_files_that_are_served() throws IOException {
    Document page = draw("home");
    List<String> paths = Stream.concat(page.select("link[href]").eachAttr("href").stream(),
        page.select("script").eachAttr("src").stream()).toList();
    assertThat(paths).hasSize(4).allMatch(path -> getClass().getResource("/META-INF/resources" + path) != null);
    try (InputStream style = getClass().getResourceAsStream("/META-INF/resources/static/latchkey.css")) {
      String pico = page.selectFirst("link[rel=preload]").attr("href");
      assertThat(new String(style.readAllBytes(), UTF_8)).contains("@import url(\"" + pico + "\")");
    }
  }

  private static String shapes(Element svg) {
    return svg.select("path").stream().map(path -> path.attr("fill-rule") + path.attr("d"))
        .collect(Collectors.joining("\n"));
  }

  private Document draw(String sample) {
    return draw(Samples.PAGE, Samples.views().get(sample));
  }

  private Document draw(Page page, View view) {
    return Jsoup.parse(new String(templates.render(page, view), UTF_8));
  }
}
