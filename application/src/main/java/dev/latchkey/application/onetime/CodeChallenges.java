package dev.latchkey.application.onetime;

import dev.latchkey.application.Ids;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Challenges that are answered with a code from a mail. All of it happens inside the running unit of work. */
public final class CodeChallenges {
  private final OneTimeSecrets secrets;
  private final Ids ids;
  private final InstantSource clock;
  private final RandomGenerator random;

  public CodeChallenges(OneTimeSecrets secrets, Ids ids, InstantSource clock, RandomGenerator random) {
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  public Issued issue(Purpose purpose, Map<String, String> facts) {
    MailedCode code = MailedCode.random(random);
    OneTimeSecret secret = OneTimeSecret.issued(new SecretId(ids.next()), purpose, code.digits(), facts,
        clock.instant());
    secrets.issue(secret);
    return new Issued(secret, code);
  }

  /** The challenge, if it still waits for its answer. */
  public Optional<OneTimeSecret> find(Purpose purpose, SecretId id) {
    return secrets.find(purpose, id, clock.instant());
  }

  /** A new code for a waiting challenge, with its full life and tries; the code before is worth nothing any more. */
  public Optional<Issued> renew(Purpose purpose, SecretId id) {
    MailedCode code = MailedCode.random(random);
    return secrets.renew(purpose, id, code.digits(), clock.instant()).map(secret -> new Issued(secret, code));
  }

  public OneTimeSecrets.Taken answer(Purpose purpose, SecretId id, MailedCode code) {
    return secrets.take(purpose, id, code.digits(), clock.instant());
  }

  /** Whether a code is right, without using it up; for what has to be known before the step is taken. */
  public OneTimeSecrets.Taken check(Purpose purpose, SecretId id, MailedCode code) {
    return secrets.check(purpose, id, code.digits(), clock.instant());
  }

  /** @param code for the mail only */
  public record Issued(OneTimeSecret secret, MailedCode code) {}
}
