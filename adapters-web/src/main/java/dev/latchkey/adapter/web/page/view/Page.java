package dev.latchkey.adapter.web.page.view;

import dev.latchkey.adapter.web.text.Messages;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs besides its own view.
 *
 * @param messages the reader's texts
 * @param productName the configured name of this deployment
 * @param now the time that relative times are seen from
 * @param trialMailbox whether mails are read at {@code /dev/mail}, so that pages may point there
 * @param toast what has just happened elsewhere, told once; null if nothing
 */
public record Page(Messages messages, String productName, Instant now, boolean trialMailbox, @Nullable Toast toast) {

  /** The text of this key: what templates call all the time. */
  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }
}
