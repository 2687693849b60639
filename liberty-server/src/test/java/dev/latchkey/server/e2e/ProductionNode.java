package dev.latchkey.server.e2e;

import dev.latchkey.adapter.persistence.vault.KeyRing;
import java.nio.file.Path;
import java.util.Objects;

/** A node as it runs for real people: behind a proxy, with a mail server, a key ring and a database of its own. */
record ProductionNode(TestDatabase database, SmtpServer mails, LatchkeyProcess server) implements AutoCloseable {
  static final String PUBLIC_URL = "https://id.example.com";

  /** @param addressLimit how often one client address may try to come in within a minute */
  static ProductionNode start(Path folder, int addressLimit) {
    int smtpPort = LatchkeyProcess.freePort();
    SmtpServer mails = SmtpServer.start(smtpPort);
    TestDatabase database = TestDatabase.start();
    Path keys = folder.resolve("keyring.json");
    Objects.requireNonNull(KeyRing.openOrCreate(keys));
    return new ProductionNode(database, mails, LatchkeyProcess.in(folder).on(database)
        .with("LATCHKEY_MODE", "production").with("LATCHKEY_PUBLIC_URL", PUBLIC_URL)
        .with("LATCHKEY_KEYRING", keys.toString()).with("LATCHKEY_HTTP_HOST", "127.0.0.1")
        .with("LATCHKEY_TRUSTED_PROXIES", "127.0.0.1/32").with("LATCHKEY_SMTP_HOST", "127.0.0.1")
        .with("LATCHKEY_SMTP_PORT", Integer.toString(smtpPort)).with("LATCHKEY_SMTP_TLS", "none")
        .with("LATCHKEY_MAIL_FROM", "door@example.com").with("LATCHKEY_SIGNUP", "open")
        .with("LATCHKEY_PASSWORD_ITERATIONS", "600000")
        .with("LATCHKEY_ADDRESS_LIMIT", Integer.toString(addressLimit)).start());
  }

  /** A browser whose requests come through the proxy. */
  ApiClient browserBehind(String forwardedFor) {
    return new ApiClient(server.uri()).header("Origin", PUBLIC_URL).header("X-Forwarded-For", forwardedFor);
  }

  String storedHash(String email) {
    return database.text("SELECT password_hash FROM user_account WHERE email = ?", email);
  }

  @Override
  public void close() {
    server.close();
    mails.close();
    database.close();
  }
}
