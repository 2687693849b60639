package dev.latchkey.server.outbound;

import java.io.IOException;
import java.net.UnknownHostException;

/** Where a call was to go is not allowed. A kind of unknown host, because that is what a name server's hook may throw. */
final class Forbidden extends UnknownHostException {
  private static final long serialVersionUID = 1;

  Forbidden(String message) {
    super(message);
  }

  /** Whether that is, or lies behind, a failure. */
  static boolean causes(IOException failure) {
    return failure instanceof Forbidden || failure.getCause() instanceof Forbidden;
  }
}
