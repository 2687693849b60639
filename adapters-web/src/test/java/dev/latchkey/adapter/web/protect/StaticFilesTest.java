package dev.latchkey.adapter.web.protect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.failure.Failures;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.Templates;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.domain.social.SocialClients;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaticFilesTest {
  private static final String STYLES = "/static/latchkey.css";
  private final StaticFiles files = new StaticFiles(
      new Failures(new Pages(new Templates(), World.SETTINGS, SocialClients.NONE, InstantSource.system()),
          World.SETTINGS));

  @Test
  void are_kept_for_ever_under_a_version_and_asked_for_without_one() throws IOException {
    assertThat(serve(FakeRequest.get("/webjars/picocss__pico/2.1.1/css/pico.min.css")).header("Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(serve(FakeRequest.get(STYLES)).header("Cache-Control")).isEqualTo("public, no-cache");
  }

  @Test
  void are_not_sent_again_while_they_are_the_same() throws IOException {
    FakeResponse first = serve(FakeRequest.get(STYLES));
    assertThat(first.body()).isNotEmpty();
    FakeResponse second = serve(FakeRequest.get(STYLES).header("If-None-Match", first.header("ETag")));
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(serve(FakeRequest.get(STYLES).header("If-None-Match", "\"other\"")).status()).isEqualTo(200);
  }

  @Test
  void say_how_long_they_are_to_who_asks_only_that() throws IOException {
    FakeResponse head = serve(FakeRequest.of("HEAD", STYLES));
    assertThat(head.body()).isEmpty();
    assertThat(Integer.parseInt(head.header("Content-Length"))).isPositive();
  }

  @Test
  void answer_what_is_not_there_or_not_to_be_written_with_a_page() throws IOException {
    assertThat(serve(FakeRequest.get("/static/none.css")).status()).isEqualTo(404);
    FakeResponse post = serve(FakeRequest.of("POST", STYLES));
    assertThat(post.status()).isEqualTo(405);
    assertThat(post.header("Allow")).isEqualTo("GET, HEAD");
  }

  private FakeResponse serve(FakeRequest fake) throws IOException {
    HttpServletRequest request = fake.toServletRequest();
    Visit.begin(request, List.of());
    FakeResponse response = new FakeResponse();
    files.service(request, response.toServletResponse());
    return response;
  }
}
