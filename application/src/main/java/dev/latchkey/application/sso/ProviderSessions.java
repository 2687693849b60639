package dev.latchkey.application.sso;

import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.sso.ProviderSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What identity providers gave for sessions, sealed at rest. With a session goes all that was given for it. */
public interface ProviderSessions {
  /** Keeps what was given; it takes the place of what the organization's provider gave for this session before. */
  void keep(ProviderSession given);

  /** What the provider of an organization gave for a session; across tenants, for the session that ends. */
  Optional<ProviderSession> lastOf(SessionId session);

  /**
   * Hands out those that are to be checked, each to one caller only until its lease ends; of all tenants.
   *
   * @param leasedUntil when an unanswered claim may be taken over
   */
  List<ProviderSession> claim(int atMost, Instant now, Instant leasedUntil);

  /** Stores what came of a check, if the session still has it. */
  void save(ProviderSession checked);

  void remove(OrganizationId organization, SessionId session);
}
