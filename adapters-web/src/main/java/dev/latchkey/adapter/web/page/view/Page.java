package dev.latchkey.adapter.web.page.view;

import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.domain.social.SocialProvider;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs besides its own view.
 *
 * @param messages the reader's texts
 * @param productName the configured name of this deployment
 * @param now the time that relative times are seen from
 * @param trialMailbox whether mails are read at {@code /dev/mail}, so that pages may point there
 * @param social the providers at which people can sign in here, set up for the whole deployment
 * @param toast what has just happened elsewhere, told once; null if nothing
 */
public record Page(Messages messages, String productName, Instant now, boolean trialMailbox,
    List<SocialProvider> social, @Nullable Toast toast) {
  public Page {
    social = List.copyOf(social);
  }

  /** The text of this key: what templates call all the time. */
  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }
}
