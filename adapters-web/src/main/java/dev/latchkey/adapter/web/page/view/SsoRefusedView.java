package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.sso.SsoFault;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came from an identity provider and did not come in.
 *
 * @param reference under which the organization's admins find why
 * @param again where to try again; null if that would not help, or must not be told
 * @param linking whether it was for linking, by somebody who is signed in
 */
public record SsoRefusedView(SsoFault fault, String reference, @Nullable String again, boolean linking)
    implements
      View {

  @Override
  public String template() {
    return "federation/refused.jte";
  }

  /** Where the text for a fault stands in the message bundle. */
  public static String textOf(SsoFault fault) {
    return "sso.fault." + fault.name();
  }

  public String titleKey() {
    return "sso.refused." + fault.kind().name();
  }

  public String textKey() {
    return textOf(fault);
  }
}
