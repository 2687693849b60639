package dev.latchkey.adapter.web.invitation;

import dev.latchkey.application.ssoinvitation.OfferSso;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way into an organization through its identity provider, for somebody who was invited. */
final class InvitationSso {
  private InvitationSso() {}

  /** The path that leads there; the address saves typing it again. */
  static String path(OfferSso.Outcome.Offered offered) {
    return "/api/auth/sso/" + offered.organization().value() + "/login?login_hint="
        + URLEncoder.encode(offered.email().value(), StandardCharsets.UTF_8) + "&returnTo=/organizations/"
        + offered.organization().value();
  }
}
