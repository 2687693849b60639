package dev.latchkey.server.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sends requests byte by byte: what no decent HTTP client would send. */
final class Wire {
  private static final int PATIENCE_MILLIS = 20_000;

  private final URI server;

  Wire(URI server) {
    this.server = server;
  }

  /** Sends lines, an empty line, and nothing else. */
  Reply send(String... head) {
    return send(List.of(head), new byte[0]);
  }

  /**
   * Sends lines, an empty line and a body.
   *
   * @param head request line and headers as they are; {@code Host} and {@code Connection} are added if absent
   */
  Reply send(List<String> head, byte[] body) {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(bytes(head.getFirst() + "\r\n"));
    if (head.stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))) {
      request.writeBytes(bytes("Host: " + server.getAuthority() + "\r\n"));
    }
    head.stream().skip(1).forEach(line -> request.writeBytes(bytes(line + "\r\n")));
    request.writeBytes(bytes("Connection: close\r\n\r\n"));
    request.writeBytes(body);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      ByteArrayOutputStream reply = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(request.toByteArray());
        socket.getInputStream().transferTo(reply);
      } catch (SocketException e) {
        // A server that refuses while the body is still being sent may close so; what it said before counts.
      }
      return Reply.parse(reply.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What came back.
   *
   * @param status 0 if nothing came back
   * @param headers in the form {@code name: value}
   * @param body as it was sent, perhaps in chunks
   */
  record Reply(int status, List<String> headers, String body) {
    static Reply parse(String reply) {
      if (reply.isEmpty()) {
        return new Reply(0, List.of(), "");
      }
      int end = reply.indexOf("\r\n\r\n");
      String[] lines = reply.substring(0, end).split("\r\n");
      return new Reply(Integer.parseInt(lines[0].split(" ")[1]), Arrays.asList(lines).subList(1, lines.length),
          reply.substring(end + 4));
    }

    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start)).findFirst()
          .map(line -> line.substring(start.length()).strip()).orElse("");
    }
  }
}
