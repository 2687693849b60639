package dev.latchkey.application.sso;

import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Instant;
import java.util.Optional;

/** The organizations' identity providers; secrets are sealed at rest, and absent if they
 * can't be opened. A changed {@link SsoConnection} is invisible until saved. */
public interface SsoConnections {
  Optional<SsoConnection> find(OrganizationId organization);

  /** Adds the organization's first one; within a unit of work, a second one makes the work run again. */
  void add(SsoConnection connection);

  /**
   * Saves a change; if somebody else saved in between, the unit of work runs again. Sign-ins that were noted in between
   * stay noted, unless the change makes it another version; an owner's, unless people come back elsewhere. Without a
   * secret, the stored one stays as it is.
   */
  void save(SsoConnection connection);

  /**
   * Ends the connection and with it who is whom there: were one made to the same issuer later, all have to be linked anew.
   *
   * @return whether there was one
   */
  boolean delete(OrganizationId organization);

  /**
   * Notes a sign-in, without that counting as a change; nothing if the connection has another version by now.
   *
   * @param owner whether it was an active owner's
   */
  void noteSignIn(OrganizationId organization, int version, Instant at, boolean owner);
}
