package dev.latchkey.domain.sso;

import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an organization's identity provider gave for a session of ours: with what to sign out there, and to ask whether the
 * person is still there. It goes with the session.
 *
 * @param nextCheckAt when to ask; empty if the provider gave nothing to ask with
 * @param failures how often in a row the provider gave no clear answer
 * @param keptAt when the provider gave it: it gives anew whenever the person signs in anew
 */
public record ProviderSession(SessionId session, OrganizationId organization, int connectionVersion,
    ProviderTokens tokens, Optional<Instant> nextCheckAt, int failures, Instant keptAt) {
  /** How long a provider that gave no clear answer is left alone at least, whomever the next question is about. */
  public static final Duration FIRST_RETRY = Duration.ofMinutes(1);

  /** @param every how long to wait between two checks; empty if there are to be none */
  public static ProviderSession opened(SessionId session, OrganizationId organization, int connectionVersion,
      ProviderTokens tokens, Optional<Duration> every, Instant now) {
    return new ProviderSession(session, organization, connectionVersion, tokens,
        every.filter(it -> tokens.refreshToken().isPresent()).map(now::plus), 0, now);
  }

  /**
   * After the provider said that the person is still there.
   *
   * @param rotated takes the place of the refresh token, if there is another one now
   */
  public ProviderSession confirmed(Optional<String> rotated, Duration every, Instant now) {
    return new ProviderSession(session, organization, connectionVersion,
        new ProviderTokens(tokens.idToken(), rotated.or(tokens::refreshToken)), Optional.of(now.plus(every)), 0,
        keptAt);
  }

  /** After the provider gave no clear answer: asked again soon, and less and less soon. */
  public ProviderSession unanswered(Duration every, Instant now) {
    Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 20));
    return new ProviderSession(session, organization, connectionVersion, tokens,
        Optional.of(now.plus(pause.compareTo(every) < 0 ? pause : every)), failures + 1, keptAt);
  }
}
