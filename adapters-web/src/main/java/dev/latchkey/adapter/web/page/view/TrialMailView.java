package dev.latchkey.adapter.web.page.view;

import java.time.Instant;

/**
 * One mail of the trial mailbox, {@code /dev/mail/{id}}: its text here, its HTML behind a link to
 * {@code /dev/mail/{id}/html}, which must answer with a sandboxing policy of its own.
 */
public record TrialMailView(String id, String to, String subject, Instant sentAt, String text,
    boolean hasHtml) implements View {

  @Override
  public String template() {
    return "trial/mail.jte";
  }
}
