package dev.latchkey.server.outbound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A form that is not sent a second time on its own: what is in it may be good for once only. */
final class OnceOnly extends RequestBody {
  private static final @Nullable MediaType FORM = MediaType.parse("application/x-www-form-urlencoded");

  private final byte[] form;

  OnceOnly(String form) {
    this.form = form.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public @Nullable MediaType contentType() {
    return FORM;
  }

  @Override
  public long contentLength() {
    return form.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(form);
  }
}
