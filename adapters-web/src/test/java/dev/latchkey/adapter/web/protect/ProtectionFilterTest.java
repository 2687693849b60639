package dev.latchkey.adapter.web.protect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.memory.FakePasswordHasher;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionFilterTest {
  private final World world = new World();

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/me", "/api/none", "/", "/sign-in", "/none"})
  void adds_its_headers_to_every_answer(String path) {
    FakeResponse answer = world.send(FakeRequest.get(path));
    assertThat(answer.header("X-Request-Id")).matches("[0-9A-Z]{16}");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'",
        "style-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void lets_forms_lead_on_to_the_application() {
    World withApp = new World(new WebSettings(World.SETTINGS.publicUrl(), URI.create("https://app.example.com/start"),
        "Latchkey", true, true, true, List.of(), 60), new FakePasswordHasher());
    assertThat(withApp.send(FakeRequest.get("/sign-in")).header("Content-Security-Policy"))
        .contains("form-action 'self' https://app.example.com;");
  }

  @Test
  void answers_below_the_api_with_the_envelope_and_elsewhere_as_asked() {
    assertThat(world.send(FakeRequest.get("/api/none").header("Accept", "text/html")).body())
        .startsWith("{\"success\":false,\"status\":404,\"code\":\"NOT_FOUND\"");
    FakeResponse page = world.send(FakeRequest.get("/none").header("Accept", "text/html,*/*;q=0.8"));
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains(page.header("X-Request-Id"));
    assertThat(world.send(FakeRequest.get("/none").header("Accept", "application/json")).body()).startsWith("{");
  }

  @Test
  void names_the_methods_that_a_path_takes() {
    FakeResponse answer = world.send(FakeRequest.get("/api/auth/login"));
    assertThat(answer.body()).contains("\"status\":405,\"code\":\"METHOD_NOT_ALLOWED\"");
    assertThat(answer.header("Allow")).isEqualTo("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "OPTIONS", "CONNECT", "PROPFIND", "get"})
  void takes_no_other_methods(String method) {
    assertThat(world.send(FakeRequest.of(method, "/api/auth/me")).status()).isEqualTo(405);
    assertThat(world.send(FakeRequest.of(method, "/sign-in")).status()).isEqualTo(405);
  }

  @Test
  void lets_no_header_change_the_method() {
    assertThat(world.send(FakeRequest.get("/api/auth/logout").header("X-HTTP-Method-Override", "POST")).status())
        .isEqualTo(405);
  }

  @Test
  void refuses_what_another_site_sends() {
    FakeResponse answer = world.send(FakeRequest.json("POST", "/api/auth/login", "{}")
        .header("Sec-Fetch-Site", "cross-site"));
    assertThat(answer.body()).contains("\"status\":403,\"code\":\"CROSS_SITE\"");
    assertThat(world.send(FakeRequest.form("/sign-in", "").without("Origin").header("Origin", "null")).status())
        .isEqualTo(403);
    assertThat(world.send(FakeRequest.of("POST", "/none").header("Origin", "https://evil.example")).status())
        .isEqualTo(403);
  }

  @Test
  void refuses_a_body_that_is_too_long_whether_it_says_so_or_not() {
    String tooLong = " ".repeat(64 * 1024 + 1);
    assertThat(world.send(FakeRequest.json("POST", "/api/auth/login", tooLong)).body())
        .contains("\"status\":413,\"code\":\"TOO_LARGE\"");
    assertThat(world.send(FakeRequest.json("POST", "/api/auth/login", tooLong).chunked()).status()).isEqualTo(413);
    assertThat(world.send(FakeRequest.form("/sign-in", tooLong).chunked()).status()).isEqualTo(413);
    assertThat(world.send(FakeRequest.json("POST", "/api/auth/login", " ".repeat(64 * 1024)).chunked()).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json;charset=utf-16",
    "application/xml", "application/vnd.x+json", "*/*"})
  void refuses_a_foreign_content_type(String type) {
    assertThat(world.send(FakeRequest.of("POST", "/api/auth/login").header("Content-Type", type).body("{}")).body())
        .contains("\"status\":415,\"code\":\"UNSUPPORTED_MEDIA_TYPE\"");
  }

  @Test
  void refuses_a_missing_body_and_one_that_does_not_say_what_it_is() {
    assertThat(world.send(FakeRequest.json("POST", "/api/auth/login", "")).body())
        .contains("\"status\":400,\"code\":\"VALIDATION_FAILED\"");
    assertThat(world.send(FakeRequest.of("POST", "/api/auth/login").body("{}")).status()).isEqualTo(415);
    assertThat(world.send(FakeRequest.json("POST", "/api/auth/login", "{\"email\":\"a\",\"email\":\"b\"}")).status())
        .isEqualTo(400);
  }

  @Test
  void repeats_nothing_that_the_host_or_a_proxy_header_claims() {
    FakeResponse answer = world.send(FakeRequest.get("/").without("Host").header("Host", "evil.example")
        .header("X-Forwarded-Host", "evil.example").header("X-Forwarded-Proto", "http"));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("https://sso.example.com/sign-in");
  }
}
