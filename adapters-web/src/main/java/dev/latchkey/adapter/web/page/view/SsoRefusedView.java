package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.sso.SsoFault;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came from an identity provider and did not come in.
 *
 * @param reference under which the organization's admins find why
 * @param again where to try again; null if that would not help, or must not be told
 * @param purpose what they were sent there for
 */
public record SsoRefusedView(SsoFault fault, String reference, @Nullable String again, Purpose purpose)
    implements
      View {

  /** What somebody wanted from the identity provider. */
  public enum Purpose {
    SIGN_IN, LINK,
    /** Showing again who they are, which can be done in other ways. */
    CONFIRM
  }

  @Override
  public String template() {
    return "federation/refused.jte";
  }

  /** Where the text for a fault stands in the message bundle. */
  public static String textOf(SsoFault fault) {
    return "sso.fault." + fault.name();
  }

  public boolean linking() {
    return purpose == Purpose.LINK;
  }

  public boolean confirming() {
    return purpose == Purpose.CONFIRM;
  }

  public String titleKey() {
    return confirming() ? "sso.refused.CONFIRM" : "sso.refused." + fault.kind().name();
  }

  public String textKey() {
    return textOf(fault);
  }
}
