package dev.latchkey.adapter.web.identity;

import dev.latchkey.adapter.web.page.view.IdentitiesView;
import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.federation.LinkedIdentity;

/** What the page shows of identities and of organizations. */
final class IdentityLines {
  private IdentityLines() {}

  static IdentitiesView.Line of(LinkedIdentity linked) {
    return new IdentitiesView.Line(linked.identity().id().value(), linked.organization().name().value(),
        linked.identity().email().map(EmailAddress::value).orElse(null), linked.identity().subject().issuer(),
        linked.leadsIn(), linked.identity().linkedAt(), linked.identity().lastUsedAt().orElse(null));
  }

  static IdentitiesView.Offer of(ListIdentities.Offer offer) {
    return new IdentitiesView.Offer(offer.organization().slug().value(), offer.organization().name().value(),
        offer.provider().map(IdentityData::word).orElse(null));
  }
}
