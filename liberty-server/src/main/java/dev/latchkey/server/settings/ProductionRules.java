package dev.latchkey.server.settings;

import java.nio.file.Files;

/** What production refuses, because it is only good enough for a trial. */
final class ProductionRules {
  private static final int LEAST_ITERATIONS = 600_000;

  private ProductionRules() {}

  static void check(Settings settings, Values values) {
    if (settings.database() instanceof Database.Embedded) {
      values.refuse("LATCHKEY_DB_URL", "is missing: production does not run on the embedded database");
    }
    if (values.text("LATCHKEY_PUBLIC_URL").isEmpty()) {
      values.refuse("LATCHKEY_PUBLIC_URL", "is missing: production needs the address that people reach it by");
    } else if (!"https".equals(settings.publicUrl().getScheme())) {
      values.refuse("LATCHKEY_PUBLIC_URL", "must begin with https:// in production");
    }
    if (settings.clients().trustedProxies().isEmpty()) {
      values.refuse("LATCHKEY_TRUSTED_PROXIES",
          "is missing: Latchkey itself speaks plain HTTP, so production needs a proxy in front that speaks TLS");
    }
    if (values.text("LATCHKEY_KEYRING").isEmpty()) {
      values.refuse("LATCHKEY_KEYRING", "is missing: production does not make up its own keys");
    } else if (!Files.isReadable(settings.keyRing())) {
      values.refuse("LATCHKEY_KEYRING", "names " + settings.keyRing() + ", which can't be read");
    }
    if (settings.mail().server().isEmpty()) {
      values.refuse("LATCHKEY_SMTP_HOST", "is missing: production has no page to read mails on");
    }
    if (settings.passwords().iterations() < LEAST_ITERATIONS) {
      values.refuse("LATCHKEY_PASSWORD_ITERATIONS", "must be at least " + LEAST_ITERATIONS + " in production");
    }
  }
}
