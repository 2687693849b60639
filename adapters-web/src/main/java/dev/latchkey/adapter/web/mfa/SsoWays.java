package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.page.view.ReauthenticateView;
import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.application.federation.OfferSsoProof;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where people can show at an identity provider again who they are, on the way to a page. */
final class SsoWays {
  private static final Pattern IN_ORGANIZATION = Pattern.compile("/organizations/([^/?]+)(?:[/?].*)?");

  private SsoWays() {}

  static List<ReauthenticateView.SsoWay> before(Optional<String> wanted, SignedIn signedIn,
      OfferSsoProof offerSsoProof) {
    return offerSsoProof.offer(signedIn, wanted.flatMap(SsoWays::place)).stream()
        .map(it -> new ReauthenticateView.SsoWay(it.name().value(),
            SsoEntry.anew(it.slug().value(), wanted)))
        .toList();
  }

  private static Optional<Slug> place(String page) {
    Matcher matcher = IN_ORGANIZATION.matcher(page);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Slug(matcher.group(1)));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
