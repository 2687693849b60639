package dev.latchkey.adapter.web.protect;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request whose body has been read completely, so that its real length is known, whatever its headers say. */
final class ReadBody extends HttpServletRequestWrapper {
  private final byte[] body;

  private ReadBody(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /** @return the request with its body; absent if that is longer than allowed, told or not */
  static Optional<HttpServletRequest> read(HttpServletRequest request, int limit) throws IOException {
    if (request.getContentLengthLong() > limit) {
      return Optional.empty();
    }
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    return body.length > limit ? Optional.empty() : Optional.of(new ReadBody(request, body));
  }

  @Override
  public ServletInputStream getInputStream() {
    return new InMemory(new ByteArrayInputStream(body));
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class InMemory extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    private InMemory(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("Requests are answered by one thread each");
    }
  }
}
