package dev.latchkey.application.sso;

import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.JitSettings;

/** What organizations say about people who arrive through their identity provider for the first time. */
public interface JustInTime {
  /** {@link JitSettings#INITIAL} until some were saved. */
  JitSettings of(OrganizationId organization);

  /** Replaces them as a whole: of two at once the later one stays. */
  void save(OrganizationId organization, JitSettings settings);
}
