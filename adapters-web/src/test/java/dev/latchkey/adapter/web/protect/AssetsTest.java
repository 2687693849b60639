package dev.latchkey.adapter.web.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
  private final Assets assets = new Assets();

  @ParameterizedTest
  @CsvSource({"/static/latchkey.css, text/css;charset=UTF-8", "/static/latchkey.js, text/javascript;charset=UTF-8",
    "/static/mark.svg, image/svg+xml", "/webjars/picocss__pico/2.1.1/css/pico.min.css, text/css;charset=UTF-8"})
  void serves_the_files_that_pages_use(String path, String contentType) throws IOException {
    Assets.Asset asset = assets.find(path).orElseThrow();
    assertThat(asset.contentType()).isEqualTo(contentType);
    assertThat(asset.bytes()).isNotEmpty();
    assertThat(asset.etag()).matches("\"[0-9a-f]{32}\"");
  }

  @Test
  void keeps_what_it_has_read() throws IOException {
    assertThat(assets.find("/static/latchkey.css").orElseThrow())
        .isSameAs(assets.find("/static/latchkey.css").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/static/", "/static", "/static/none.css", "/static/../beans.xml", "/static/../../beans.xml",
    "/static/./latchkey.css", "/static//latchkey.css", "/static/..%2f..%2fbeans.xml", "/static/..\\latchkey.css",
    "/static/latchkey.css/", "/static/latchkey.css\u0000.css", "/webjars/picocss__pico/2.1.1/package.json",
    "/static/.hidden.css", "/static/latchkey.CSS"})
  void serves_nothing_else(String path) throws IOException {
    assertThat(assets.find(path)).isEmpty();
  }
}
