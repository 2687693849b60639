package dev.latchkey.server.settings;

import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.network.Cidr;
import dev.latchkey.domain.session.SessionLimits;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.social.SocialClients;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything a deployment can choose, checked as a whole.
 *
 * @param publicUrl how browsers reach this deployment: scheme, host and port, nothing behind
 * @param appUrl where people land after sign-in and sign-out
 * @param dataDirectory what this node keeps: unpacked server, logs, and in a trial the database and the key ring
 * @param keyRing file of the keys that secrets at rest are encrypted with; in a trial it is made when absent
 * @param ssoCheckedEvery how often identity providers are asked whether the people who signed in there still exist; empty
 *        for never
 * @param dnsServers who is asked about domains; the system's name servers if empty
 * @param outbound where calls may go whose target a customer named
 * @param social as whom the deployment is registered at providers that sign everybody in
 * @param openSignUp whether strangers may create accounts
 */
public record Settings(
    Mode mode,
    Listeners listeners,
    URI publicUrl,
    URI appUrl,
    Path dataDirectory,
    Path keyRing,
    Database database,
    Mail mail,
    SessionRules sessions,
    Optional<Duration> ssoCheckedEvery,
    Passwords passwords,
    Clients clients,
    List<InetSocketAddress> dnsServers,
    AddressPolicy outbound,
    SocialClients social,
    String productName,
    boolean openSignUp) {

  /**
   * How passwords are hashed.
   *
   * @param iterations cost of a hash
   * @param hashThreads hashes computed at once
   */
  public record Passwords(int iterations, int hashThreads) {
    static Passwords read(Values values) {
      int spareCores = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
      return new Passwords(
          values.number("LATCHKEY_PASSWORD_ITERATIONS", 600_000, 1_000, 100_000_000),
          values.number("LATCHKEY_HASH_THREADS", spareCores, 1, 1_024));
    }
  }

  /**
   * Who calls, and how often they may.
   *
   * @param trustedProxies whose forwarding headers are believed
   * @param triesPerMinute tries per client address on entry routes
   * @param loopbackExempt whether that limit leaves this machine alone
   */
  public record Clients(List<Cidr> trustedProxies, int triesPerMinute, boolean loopbackExempt) {
    static Clients read(Values values, Mode mode) {
      return new Clients(
          values.list("LATCHKEY_TRUSTED_PROXIES", "a network such as 10.0.0.0/8", Cidr::parse),
          values.number("LATCHKEY_ADDRESS_LIMIT", 60, 1, 1_000_000),
          mode == Mode.TRIAL);
    }
  }

  static AddressPolicy readOutbound(Values values, Mode mode) {
    AddressPolicy policy = new AddressPolicy(values.list("LATCHKEY_OUTBOUND_ALLOW",
        "a network such as 10.0.0.0/8 or a host such as login.intranet.example", AddressPolicy.Exemption::parse));
    return mode == Mode.TRIAL ? policy.withLoopback() : policy;
  }

  static SessionRules readSessions(Values values) {
    return new SessionRules(
        limits(values, "LATCHKEY_SESSION_", Duration.ofHours(12), Duration.ofDays(7)),
        limits(values, "LATCHKEY_SESSION_MFA_", Duration.ofHours(1), Duration.ofHours(24)));
  }

  private static SessionLimits limits(Values values, String prefix, Duration idle, Duration absolute) {
    SessionLimits limits = new SessionLimits(
        values.duration(prefix + "IDLE", idle), values.duration(prefix + "MAX", absolute));
    if (limits.idle().compareTo(limits.absolute()) > 0) {
      values.refuse(prefix + "IDLE", "must not be longer than " + prefix + "MAX");
    }
    return limits;
  }
}
