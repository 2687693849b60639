package dev.latchkey.adapter.web.invitation;

import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.application.ssoinvitation.OfferSso;
import dev.latchkey.domain.onetime.LinkToken;

/** The way into an organization through its identity provider, for somebody who was invited. */
final class InvitationSso {
  private InvitationSso() {}

  /**
   * The path that leads there. The link goes with it: whoever holds it has shown that the address is theirs, even to a
   * provider that vouches for none.
   */
  static String path(OfferSso.Outcome.Offered offered, LinkToken link) {
    String slug = offered.organization().value();
    return SsoEntry.invited(slug, offered.email(), link, "/organizations/" + slug);
  }
}
