package dev.latchkey.adapter.idp.sso;

import dev.latchkey.application.network.OutboundHttp;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls whatever it is told to; who may be called is another test's concern. */
final class DirectHttp implements OutboundHttp {
  /** Whether calls end in time is the guarded client's affair and tried there; here nobody waits for long. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public Answer send(Call call) {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).timeout(PATIENCE);
    call.headers().forEach(request::header);
    call.form().ifPresent(form -> request.header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form)));
    try {
      HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() / 100 == 3) {
        return new Answer.Failed(Failure.REDIRECTED, "redirected");
      }
      return new Answer.Responded(response.statusCode(), response.headers().firstValue("Content-Type"),
          new String(response.body().readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (HttpTimeoutException e) {
      return new Answer.Failed(Failure.TIMEOUT, "too slow");
    } catch (IOException e) {
      return new Answer.Failed(Failure.UNREACHABLE, "not there");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed(Failure.TIMEOUT, "interrupted");
    }
  }
}
