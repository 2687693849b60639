package dev.latchkey.domain.policy;

import dev.latchkey.domain.organization.Slug;

/** Why somebody may not do something in an organization. */
public sealed interface Denial {
  /** To whoever asks the organization doesn't exist. */
  record NotFound() implements Denial {}

  /**
   * The session has to show more before this organization opens.
   *
   * @param organization where that is demanded
   */
  record ProofMissing(AccessDecision decision, Slug organization) implements Denial {}

  /** The role, or the key's scopes, don't reach that far. */
  record Forbidden(Permission permission) implements Denial {}

  /** What the session has shown is too old for a change like this. */
  record ProofTooOld() implements Denial {}
}
