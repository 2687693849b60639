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
   * Hands out those that are to be checked, each to one caller only until its lease ends; of all tenants, but of none so
   * many that the others would have to wait for it.
   *
   * @param ofEach how many of one tenant at most
   * @param leasedUntil when an unanswered claim may be taken over
   */
  List<ProviderSession> claim(int atMost, int ofEach, Instant now, Instant leasedUntil);

  /** Lets nobody of a tenant be due before then. */
  void putOff(OrganizationId organization, Instant until);

  /**
   * Stores what came of a check, unless the provider has given something newer since.
   *
   * @return whether the session still had it; nobody changes it then until the running unit of work ends
   */
  boolean save(ProviderSession checked);

  void remove(OrganizationId organization, SessionId session);
}
