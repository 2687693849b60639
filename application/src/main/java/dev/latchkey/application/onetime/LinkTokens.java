package dev.latchkey.application.onetime;

import dev.latchkey.application.Ids;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Secrets that are mailed as links, or given to passkeys as challenges. All of it happens inside the running unit of work. */
public final class LinkTokens {
  private final OneTimeSecrets secrets;
  private final Ids ids;
  private final InstantSource clock;
  private final RandomGenerator random;

  public LinkTokens(OneTimeSecrets secrets, Ids ids, InstantSource clock, RandomGenerator random) {
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  public Issued issue(Purpose purpose, Map<String, String> facts) {
    LinkToken token = LinkToken.random(new SecretId(ids.next()), random);
    OneTimeSecret secret = OneTimeSecret.issued(token.id(), purpose, token.secret(), facts, clock.instant());
    secrets.issue(secret);
    return new Issued(secret, token);
  }

  /** A new link for a secret that is still open; the one before is worth nothing any more. */
  public Optional<Issued> renew(Purpose purpose, SecretId id) {
    LinkToken token = LinkToken.random(id, random);
    return secrets.renew(purpose, id, token.secret(), clock.instant()).map(secret -> new Issued(secret, token));
  }

  /** Whether a link is good, without using it up. */
  public OneTimeSecrets.Taken check(Purpose purpose, LinkToken token) {
    return secrets.check(purpose, token.id(), token.secret(), clock.instant());
  }

  public OneTimeSecrets.Taken redeem(Purpose purpose, LinkToken token) {
    return secrets.take(purpose, token.id(), token.secret(), clock.instant());
  }

  /** @param token for who is to prove it only */
  public record Issued(OneTimeSecret secret, LinkToken token) {}
}
