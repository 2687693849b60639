package dev.latchkey.adapter.idp.hostile;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** How an endpoint can answer otherwise than it should. */
public enum Manner {
  REDIRECTS, SILENT, DRIPPING, ENDLESS, HUGE, DEEP, GZIP_BOMB, TRUNCATED, NOT_JSON, JSON_ARRAY, FAILING, REFUSING;

  private static final byte[] BLANKS = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);

  /** @param end reached when the provider is closed, so that nothing keeps a thread for longer */
  void answer(HttpExchange exchange, CountDownLatch end) throws IOException, InterruptedException {
    switch (this) {
      case REDIRECTS -> {
        exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "?again");
        exchange.sendResponseHeaders(302, -1);
      }
      case SILENT -> end.await(30, TimeUnit.SECONDS);
      case DRIPPING -> {
        OutputStream body = begin(exchange, 0);
        for (int drop = 0; drop < 100; drop++) {
          body.write(' ');
          body.flush();
          end.await(300, TimeUnit.MILLISECONDS);
        }
      }
      case ENDLESS -> {
        OutputStream body = begin(exchange, 0);
        while (end.getCount() > 0) {
          body.write(BLANKS);
        }
      }
      case HUGE -> send(exchange, ("{\"x\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}"));
      case DEEP -> send(exchange, "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
      case GZIP_BOMB -> {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        byte[] bomb = bomb();
        begin(exchange, bomb.length).write(bomb);
      }
      case TRUNCATED -> {
        OutputStream body = begin(exchange, 1000);
        body.write("{\"issuer\":".getBytes(StandardCharsets.US_ASCII));
        body.flush();
      }
      case NOT_JSON -> send(exchange, "<html>Please sign in</html>");
      case JSON_ARRAY -> send(exchange, "[1]");
      case FAILING -> exchange.sendResponseHeaders(500, -1);
      case REFUSING -> exchange.sendResponseHeaders(403, -1);
    }
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    begin(exchange, bytes.length).write(bytes);
  }

  private static OutputStream begin(HttpExchange exchange, int length) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, length);
    return exchange.getResponseBody();
  }

  /** 64 MiB of blanks. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 1024; i++) {
        gzip.write(BLANKS);
      }
    }
    return bytes.toByteArray();
  }
}
