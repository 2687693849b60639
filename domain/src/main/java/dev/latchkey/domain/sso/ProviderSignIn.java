package dev.latchkey.domain.sso;

import dev.latchkey.domain.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When somebody has shown a provider who they are. A provider that still knows a person lets them pass without asking,
 * and then coming back from there shows no more than that the browser is the same.
 *
 * @param stated as the provider says it ({@code auth_time}, OpenID Connect Core 1.0 §2); empty if it does not
 * @param arrivedAt when the person came back from there
 */
public record ProviderSignIn(Optional<Instant> stated, Instant arrivedAt) {
  /** How far the provider's clock may be off. */
  public static final Duration SKEW = Duration.ofSeconds(60);

  /** From when on it counts where it opens a session: never later than now. */
  public Instant opening() {
    return stated.filter(it -> it.isBefore(arrivedAt)).orElse(arrivedAt);
  }

  /** From when on it counts in a session that was open before, which it makes no fresher unless the provider says so. */
  public Instant within(Session session) {
    return stated.isPresent() ? opening() : session.createdAt();
  }

  /**
   * What is wrong with it for who was to sign in there anew.
   *
   * @param since when they were sent there
   */
  public Optional<SsoProblem> notAnewSince(Instant since) {
    if (stated.isEmpty()) {
      return problem(
          "The provider does not say when the person signed in (auth_time), though it was asked to (max_age).");
    }
    return stated.get().isBefore(since.minus(SKEW))
        ? problem("The person signed in at the provider at " + stated.get() + ", but was sent there at " + since
            + " to sign in anew.")
        : Optional.empty();
  }

  private static Optional<SsoProblem> problem(String detail) {
    return Optional.of(new SsoProblem(SsoFault.NOT_SIGNED_IN_ANEW, detail));
  }
}
