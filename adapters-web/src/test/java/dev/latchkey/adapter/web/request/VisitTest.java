package dev.latchkey.adapter.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.domain.network.Cidr;
import dev.latchkey.domain.session.BearerToken;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {
  private static final String TOKEN = "A".repeat(43);
  private static final List<Cidr> PROXIES = List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("2001:db8::/32"));

  @Test
  void finds_the_session_by_its_cookie() {
    assertThat(visit(FakeRequest.get("/").header("Cookie", "a=b; __Host-latchkey=" + TOKEN)).sessionToken())
        .contains(new BearerToken(TOKEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"__Host-latchkey=short", "__Host-latchkey=",
    "latchkey=" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "__host-latchkey=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "__Host-latchkey=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA; __Host-latchkey=BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"})
  void takes_a_malformed_a_misnamed_or_a_doubled_cookie_for_none(String cookie) {
    assertThat(visit(FakeRequest.get("/").header("Cookie", cookie)).sessionToken()).isEmpty();
  }

  @Test
  void gives_every_request_an_id_of_its_own_and_takes_none_from_outside() {
    Visit one = visit(FakeRequest.get("/").header("X-Request-Id", "forged"));
    Visit other = visit(FakeRequest.get("/"));
    assertThat(one.requestId()).matches("[0-9A-Z]{16}").isNotEqualTo(other.requestId());
    assertThat(one.origin().requestId()).isEqualTo(one.requestId());
  }

  @Test
  void believes_no_forwarding_header_of_a_stranger() {
    assertThat(clientOf(FakeRequest.get("/").header("X-Forwarded-For", "192.0.2.1"))).isEqualTo("203.0.113.7");
  }

  @Test
  void believes_a_trusted_proxy_but_not_what_the_client_wrote_before_it() {
    assertThat(clientOf(proxied("1.1.1.1, 192.0.2.1"))).isEqualTo("192.0.2.1");
  }

  @Test
  void walks_back_through_several_trusted_proxies_and_headers() {
    assertThat(clientOf(proxied("1.1.1.1,192.0.2.1, 10.9.9.9"))).isEqualTo("192.0.2.1");
    assertThat(clientOf(proxied("192.0.2.1").header("X-Forwarded-For", "10.9.9.9"))).isEqualTo("192.0.2.1");
  }

  @Test
  void stays_with_the_proxy_when_it_names_no_address() {
    assertThat(clientOf(proxied("192.0.2.1, evil.example"))).isEqualTo("10.0.0.1");
    assertThat(clientOf(proxied("192.0.2.1, "))).isEqualTo("10.0.0.1");
    assertThat(clientOf(FakeRequest.get("/").from("10.0.0.1"))).isEqualTo("10.0.0.1");
  }

  @Test
  void reads_no_other_forwarding_header() {
    assertThat(clientOf(FakeRequest.get("/").from("10.0.0.1").header("Forwarded", "for=192.0.2.1")
        .header("X-Real-IP", "192.0.2.1"))).isEqualTo("10.0.0.1");
  }

  @Test
  void takes_only_languages_that_exist() {
    assertThat(visit(FakeRequest.get("/").header("Accept-Language", "xx-YY").header("Accept-Language", "de-AT"))
        .locale()).isEqualTo(Locale.forLanguageTag("de-AT"));
    assertThat(visit(FakeRequest.get("/").header("Accept-Language", "xx-invented")).locale())
        .isEqualTo(Locale.ENGLISH);
    assertThat(visit(FakeRequest.get("/")).locale()).isEqualTo(Locale.ENGLISH);
  }

  private static FakeRequest proxied(String forwardedFor) {
    return FakeRequest.get("/").from("10.0.0.1").header("X-Forwarded-For", forwardedFor);
  }

  private static String clientOf(FakeRequest request) {
    return visit(request).client().text();
  }

  private static Visit visit(FakeRequest request) {
    return Visit.begin(request.toServletRequest(), PROXIES);
  }
}
