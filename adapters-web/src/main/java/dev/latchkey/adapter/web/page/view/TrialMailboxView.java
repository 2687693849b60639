package dev.latchkey.adapter.web.page.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trial mailbox, {@code /dev/mail}.
 *
 * @param mails newest first; each is read at {@code /dev/mail/{id}}
 * @param recipient the address the list is narrowed to; null for everybody's
 */
public record TrialMailboxView(List<Line> mails, @Nullable String recipient) implements View {

  public TrialMailboxView {
    mails = List.copyOf(mails);
  }

  @Override
  public String template() {
    return "trial/mailbox.jte";
  }

  /** One mail in the list. */
  public record Line(String id, String to, String subject, Instant sentAt) {}
}
