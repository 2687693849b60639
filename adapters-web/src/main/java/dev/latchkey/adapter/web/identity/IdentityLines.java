package dev.latchkey.adapter.web.identity;

import dev.latchkey.adapter.web.page.view.IdentitiesView;
import dev.latchkey.adapter.web.page.view.SocialRefusedView;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.federation.LinkedIdentity;
import dev.latchkey.domain.social.SocialIdentity;
import java.util.List;
import java.util.stream.Stream;

/** What the page shows of identities and of organizations. */
final class IdentityLines {
  private IdentityLines() {}

  /** Organizations' first, then those that are the account's alone. */
  static List<IdentitiesView.Line> of(ListIdentities.Found found, Messages messages) {
    return Stream.concat(found.identities().stream().map(IdentityLines::of),
        found.social().stream().map(it -> of(it, messages))).toList();
  }

  static IdentitiesView.Offer of(ListIdentities.Offer offer) {
    return new IdentitiesView.Offer(offer.organization().slug().value(), offer.organization().name().value(),
        offer.provider().map(IdentityData::word).orElse(null));
  }

  private static IdentitiesView.Line of(LinkedIdentity linked) {
    return new IdentitiesView.Line(linked.identity().id().value(), linked.organization().name().value(), false,
        linked.identity().email().map(EmailAddress::value).orElse(null), linked.identity().subject().issuer(),
        linked.hindrance().map(it -> "identities.leadsNowhere." + it.name()).orElse(null),
        linked.identity().linkedAt(), linked.identity().lastUsedAt().orElse(null));
  }

  private static IdentitiesView.Line of(ListIdentities.Social linked, Messages messages) {
    SocialIdentity identity = linked.identity();
    return new IdentitiesView.Line(identity.id().value(),
        messages.text(SocialRefusedView.nameOf(identity.provider())), true,
        identity.email().map(EmailAddress::value).orElse(null), identity.subject().issuer(),
        linked.leadsIn() ? null : "identities.social.leadsNowhere",
        identity.linkedAt(), identity.lastUsedAt().orElse(null));
  }
}
