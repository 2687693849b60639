package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.adapter.web.mail.LetterWriter;
import dev.latchkey.adapter.web.page.Templates;
import dev.latchkey.application.mail.DeliverMail;
import dev.latchkey.application.mail.MailTransport;
import dev.latchkey.application.mail.MailWriter;
import dev.latchkey.server.mail.OutboxWorker;
import dev.latchkey.server.mail.SmtpTransport;
import dev.latchkey.server.settings.Settings;
import dev.latchkey.server.work.Bell;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** How mails are worded and how they leave. */
@Dependent
public final class Mailing {

  @Produces
  @Singleton
  static MailWriter mailWriter(Templates templates, Settings settings) {
    return new LetterWriter(templates, settings.productName(), settings.publicUrl());
  }

  @Produces
  @Singleton
  static MailTransport mailTransport(Settings settings, Storage storage, InstantSource clock) {
    return settings.mail().server()
        .<MailTransport>map(
            server -> new SmtpTransport(settings.mail(), server, settings.productName(), clock))
        .orElseGet(() -> mail -> storage.trialMailbox().add(mail, clock.instant()));
  }

  @Produces
  @Singleton
  static Bell mailBell() {
    return new Bell();
  }

  @Produces
  @Singleton
  static OutboxWorker outboxWorker(DeliverMail deliverMail, Bell mailBell) {
    return new OutboxWorker(deliverMail, mailBell);
  }

  static void stop(@Disposes OutboxWorker worker) {
    worker.close();
  }

  static void start(@Observes Startup startup, OutboxWorker worker) {
    worker.start();
  }
}
