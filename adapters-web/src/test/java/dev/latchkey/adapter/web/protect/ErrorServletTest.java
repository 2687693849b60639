package dev.latchkey.adapter.web.protect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.failure.Failures;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.Templates;
import dev.latchkey.domain.social.SocialClients;
import java.io.IOException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorServletTest {
  private final ErrorServlet servlet = new ErrorServlet(
      new Failures(new Pages(new Templates(), World.SETTINGS, SocialClients.NONE, InstantSource.system()),
          World.SETTINGS),
      World.SETTINGS);

  @ParameterizedTest
  @CsvSource({"404, 404", "403, 403", "405, 405", "400, 400", "431, 400", "500, 500", "599, 500"})
  void shows_what_the_container_refuses_like_everything_else(int status, int shown) throws IOException {
    FakeResponse answer = serve(FakeRequest.get("/error").dispatchedWith(status));
    assertThat(answer.status()).isEqualTo(shown);
    assertThat(answer.body()).contains("Error " + shown);
  }

  @Test
  void answers_programs_with_the_envelope() throws IOException {
    assertThat(serve(FakeRequest.get("/error").header("Accept", "application/json").dispatchedWith(500)).body())
        .startsWith("{\"success\":false,\"status\":500,\"code\":\"INTERNAL_ERROR\"");
  }

  @Test
  void guards_what_no_filter_has_seen() throws IOException {
    FakeResponse answer = serve(FakeRequest.get("/error").dispatchedWith(404));
    assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
    assertThat(answer.header("X-Request-Id")).isNotEmpty();
  }

  @Test
  void is_nothing_that_can_be_visited() throws IOException {
    assertThat(serve(FakeRequest.get("/error")).status()).isEqualTo(404);
  }

  private FakeResponse serve(FakeRequest request) throws IOException {
    FakeResponse response = new FakeResponse();
    servlet.service(request.toServletRequest(), response.toServletResponse());
    return response;
  }
}
