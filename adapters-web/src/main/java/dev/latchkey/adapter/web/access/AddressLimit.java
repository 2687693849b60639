package dev.latchkey.adapter.web.access;

import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.domain.network.Cidr;
import dev.latchkey.domain.network.IpAddress;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often one client address may try to come in. Counted on each node for itself: it only keeps floods away, guessing
 * is counted per account and over all nodes elsewhere.
 */
public final class AddressLimit {
  private static final int MOST_NETWORKS = 20_000;

  private final int perMinute;
  private final boolean loopbackExempt;
  private final TimeMeter clock;
  private final Map<Cidr, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    // Whoever was silent longest is forgotten: memory stays bounded however many addresses a flood has.
    @Override
    protected boolean removeEldestEntry(Map.Entry<Cidr, Bucket> eldest) {
      return size() > MOST_NETWORKS;
    }
  };

  public AddressLimit(WebSettings settings) {
    this(settings, TimeMeter.SYSTEM_MILLISECONDS);
  }

  AddressLimit(WebSettings settings, TimeMeter clock) {
    this.perMinute = settings.addressLimit();
    this.loopbackExempt = settings.trial();
    this.clock = clock;
  }

  /** Counts a try. @return how long it has to wait, if it is one too many */
  Optional<Duration> tryFrom(IpAddress address) {
    if (loopbackExempt && address.isLoopback()) {
      return Optional.empty();
    }
    ConsumptionProbe probe = bucketOf(address.ownNetwork()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Looks without counting. @return how long the next try would have to wait */
  Optional<Duration> waitFor(IpAddress address) {
    if (loopbackExempt && address.isLoopback()) {
      return Optional.empty();
    }
    EstimationProbe probe = bucketOf(address.ownNetwork()).estimateAbilityToConsume(1);
    return probe.canBeConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucketOf(Cidr network) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(network, key -> Bucket.builder().withCustomTimePrecision(clock)
          .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1))).build());
    }
  }
}
