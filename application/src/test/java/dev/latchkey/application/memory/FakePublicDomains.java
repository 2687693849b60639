package dev.latchkey.application.memory;

import dev.latchkey.application.domainclaim.PublicDomains;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PublicKind;
import java.util.Optional;
import java.util.Set;

/** {@link PublicDomains} that knows two of each kind. */
public final class FakePublicDomains implements PublicDomains {
  @Override
  public Optional<PublicKind> kindOf(DomainName domain) {
    if (domain.value().indexOf('.') < 0 || domain.value().equals("co.uk")) {
      return Optional.of(PublicKind.PUBLIC_SUFFIX);
    }
    return Set.of("gmail.com", "web.de").contains(domain.value())
        ? Optional.of(PublicKind.PUBLIC_MAIL_DOMAIN)
        : Optional.empty();
  }
}
