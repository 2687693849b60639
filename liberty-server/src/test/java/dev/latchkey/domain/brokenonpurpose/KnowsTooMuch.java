package dev.latchkey.domain.brokenonpurpose;

import dev.latchkey.server.settings.Mode;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;

/** Breaks what holds for the domain and for everybody, to show that the architecture test sees it. */
public final class KnowsTooMuch {
  public Connection connection(Mode mode) throws IOException {
    System.out.println(Instant.now() + " " + UUID.randomUUID() + " " + mode);
    try (Socket socket = new Socket()) {
      throw new RuntimeException(socket.toString());
    }
  }
}
