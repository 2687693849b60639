package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.sso.SsoFault;

/**
 * A page of another site led here, and somebody came back from a provider who is not the one signed in.
 *
 * @param reference under which an admin finds what happened
 * @param instead where to sign in as the one who came back
 */
public record SessionKeptView(String reference, String instead) implements View {
  @Override
  public String template() {
    return "federation/kept.jte";
  }

  public SsoFault fault() {
    return SsoFault.SIGNED_IN_AS_ANOTHER;
  }

  public String textKey() {
    return SsoRefusedView.textOf(fault());
  }
}
