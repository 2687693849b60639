package dev.latchkey.adapter.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

  @ParameterizedTest
  @ValueSource(strings = {"/account", "/organizations/acme?tab=members&q=a%20b", "/account/sessions/"})
  void leads_to_pages_of_our_own(String path) {
    assertThat(ReturnTo.parse(path)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "account", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
    "https://evil.example/", "https:evil.example", "javascript:alert(1)", "/.//evil.example", "/a/..//evil.example",
    "/../evil", "/account\r\nSet-Cookie: a=b", "/account%0d%0a", "/%5cevil.example", "/%2f/evil.example",
    "/\tevil.example", "/account#x", "http:///account", "/ä", "/a b", "//user@evil.example", "/%zz"})
  void leads_nowhere_else(String path) {
    assertThat(ReturnTo.parse(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/sign-out", "/sign-up?x=1", "/api/auth/logout"})
  void leads_to_nothing_that_is_no_page_to_land_on(String path) {
    assertThat(ReturnTo.parse(path)).isEmpty();
  }

  @Test
  void is_optional_and_not_endless() {
    assertThat(ReturnTo.parse(null)).isEmpty();
    assertThat(ReturnTo.parse("/" + "a".repeat(1000))).isEmpty();
  }
}
