package dev.latchkey.adapter.web.protect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.request.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteTest {
  private static final String OWN = "https://sso.example.com";

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    // Sec-Fetch-Site, Origin, cookie, refused
    "same-origin, https://sso.example.com, true, false", "same-origin, -, true, false", "none, -, true, false",
    "-, https://sso.example.com, true, false", "-, -, false, false", "same-origin, -, false, false",
    "-, -, true, true", "cross-site, -, false, true", "cross-site, https://sso.example.com, true, true",
    "same-site, -, true, true", "same-origin, https://evil.example, true, true", "-, https://evil.example, false, true",
    "-, null, true, true", "same-origin, null, true, true", "-, http://sso.example.com, true, true",
    "-, https://sso.example.com:8443, true, true", "-, https://sso.example.com.evil.example, true, true",
    "SAME-ORIGIN, -, true, true", "'', -, true, true"})
  void judges_what_a_browser_says_about_where_a_request_comes_from(String site, String origin, boolean cookie,
      boolean refused) {
    FakeRequest request = FakeRequest.of("POST", "/sign-out");
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    if (origin != null) {
      request.header("Origin", origin);
    }
    if (cookie) {
      request.header("Cookie", "__Host-latchkey=x");
    }
    assertThat(refuses(request)).isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void holds_for_every_method_that_can_change_something(String method) {
    assertThat(refuses(FakeRequest.of(method, "/").header("Sec-Fetch-Site", "cross-site"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void lets_links_from_everywhere_lead_here(String method) {
    assertThat(refuses(FakeRequest.of(method, "/").header("Sec-Fetch-Site", "cross-site"))).isFalse();
  }

  @Test
  void is_not_fooled_by_a_second_header() {
    assertThat(refuses(FakeRequest.of("POST", "/").header("Origin", OWN).header("Origin", "https://evil.example")))
        .isTrue();
    assertThat(refuses(
        FakeRequest.of("POST", "/").header("Sec-Fetch-Site", "none").header("Sec-Fetch-Site", "cross-site"))).isTrue();
  }

  private static boolean refuses(FakeRequest request) {
    return CrossSite.refuses(Visit.begin(request.toServletRequest(), List.of()), OWN);
  }
}
