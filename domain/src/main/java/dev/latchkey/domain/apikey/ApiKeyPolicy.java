package dev.latchkey.domain.apikey;

import dev.latchkey.domain.network.IpAddress;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.policy.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a known key lets a program in at all. What it may do inside is another question. */
public final class ApiKeyPolicy {
  private ApiKeyPolicy() {}

  /**
   * The rules in their order: the key's own life, its creator's membership, the address. The first that fails decides.
   *
   * @param membership the creator's, as it is now
   * @param client where the request comes from, as far as trusted proxies tell
   */
  public static Decision decide(ApiKey key, Membership membership, IpAddress client, Instant now) {
    List<Reason> chain = new ArrayList<>();
    boolean accepted = rule(chain, "key-not-expired", !key.isExpiredAt(now), "Expires at " + key.expiresAt() + ".")
        && rule(chain, "creator-active", membership.isActive(), "The creator is " + membership.status() + ".")
        && rule(chain, "address-allowed", key.allowedAddresses().allow(client), "Used from " + client.text() + ".");
    return new Decision(accepted, chain);
  }

  private static boolean rule(List<Reason> chain, String rule, boolean passed, String detail) {
    chain.add(passed ? Reason.passed(rule, detail) : Reason.failed(rule, detail));
    return passed;
  }

  /** @param chain the rules that were looked at */
  public record Decision(boolean accepted, List<Reason> chain) {
    public Decision {
      chain = List.copyOf(chain);
    }
  }
}
