package dev.latchkey.application.domainclaim;

import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PublicKind;
import java.util.Optional;

/** Domains that no organization can have for itself. */
@FunctionalInterface
public interface PublicDomains {
  /** Why it is nobody's own; empty if it may be somebody's. A name of one label is always a public suffix. */
  Optional<PublicKind> kindOf(DomainName domain);
}
