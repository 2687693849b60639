package dev.latchkey.adapter.web.invitation;

import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.application.ssoinvitation.OfferSso;
import java.util.Optional;

/** The way into an organization through its identity provider, for somebody who was invited. */
final class InvitationSso {
  private InvitationSso() {}

  /** The path that leads there; the address saves typing it again. */
  static String path(OfferSso.Outcome.Offered offered) {
    String slug = offered.organization().value();
    return SsoEntry.hinting(slug, offered.email(), Optional.of("/organizations/" + slug));
  }
}
