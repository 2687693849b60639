package dev.latchkey.server;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import dev.latchkey.adapter.web.protect.LogContext;
import org.jspecify.annotations.Nullable;

/** Puts the request id into every line that the server logs for a request, as {@code ext_requestId}. */
final class RequestLog implements LogContext {
  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();
  // The server keeps it by a weak reference only.
  private static final LogRecordContext.Extension EXTENSION = CURRENT::get;

  RequestLog() {
    LogRecordContext.registerExtension("requestId", EXTENSION);
  }

  @Override
  public void enter(String requestId) {
    CURRENT.set(requestId);
  }

  @Override
  public void leave() {
    CURRENT.remove();
  }
}
