package dev.latchkey.adapter.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSettingsTest {

  @ParameterizedTest
  @CsvSource({"https://SSO.example.com, https://sso.example.com",
    "https://sso.example.com:443/, https://sso.example.com",
    "http://localhost:9080, http://localhost:9080", "http://localhost:80, http://localhost",
    "https://sso.example.com:8443, https://sso.example.com:8443"})
  void spells_its_origin_like_browsers_do(String publicUrl, String origin) {
    assertThat(settings(publicUrl, publicUrl).publicOrigin()).isEqualTo(origin);
  }

  @Test
  void tells_an_application_from_its_own_home() {
    assertThat(settings("https://sso.example.com", "https://sso.example.com/").landsAtHome()).isTrue();
    assertThat(settings("https://sso.example.com", "https://app.example.com").landsAtHome()).isFalse();
    assertThat(settings("https://example.com", "https://example.com/app").landsAtHome()).isFalse();
  }

  private static WebSettings settings(String publicUrl, String appUrl) {
    return new WebSettings(URI.create(publicUrl), URI.create(appUrl), "Latchkey", true, true, true, List.of(), 60);
  }
}
