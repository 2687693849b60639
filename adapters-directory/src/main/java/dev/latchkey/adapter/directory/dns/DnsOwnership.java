package dev.latchkey.adapter.directory.dns;

import dev.latchkey.application.domainclaim.DomainOwnership;
import dev.latchkey.domain.domainclaim.TxtAnswer;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/**
 * {@link DomainOwnership} by questions to recursive resolvers, over UDP and, where an answer is too long for that, TCP.
 * Nothing is kept: whoever has just published a record wants it to be seen.
 */
public final class DnsOwnership implements DomainOwnership {
  private static final System.Logger LOG = System.getLogger(DnsOwnership.class.getName());
  /** More would only pile up behind resolvers that don't answer. */
  private static final int QUESTIONS_AT_ONCE = 8;
  private static final int MOST_ALIASES = 8;

  private final LookupSession resolvers;
  private final Duration patience;
  private final Semaphore places = new Semaphore(QUESTIONS_AT_ONCE);

  /**
   * @param servers resolvers, asked one after the other; the system's if there are none
   * @param patience how long a question may take at most, all servers together
   */
  public DnsOwnership(List<InetSocketAddress> servers, Duration patience) {
    List<InetSocketAddress> all = servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : servers;
    ExtendedResolver resolver = new ExtendedResolver(all.stream().map(server -> one(server, patience)).toList());
    resolver.setRetries(1);
    resolver.setTimeout(patience);
    this.resolvers = LookupSession.builder().resolver(resolver).maxRedirects(MOST_ALIASES).build();
    this.patience = patience;
  }

  private static Resolver one(InetSocketAddress server, Duration patience) {
    Resolver resolver = new SimpleResolver(server);
    // So that the next one, or the second try, still has its turn.
    resolver.setTimeout(patience.dividedBy(3));
    return resolver;
  }

  @Override
  public TxtAnswer textsAt(String name) {
    if (!places.tryAcquire()) {
      return new TxtAnswer.None("too many questions at once");
    }
    try {
      return ask(Name.fromString(name + "."));
    } catch (TextParseException e) {
      throw new IllegalArgumentException(name + " is no name of the DNS", e);
    } finally {
      places.release();
    }
  }

  private TxtAnswer ask(Name name) {
    try {
      return new TxtAnswer.Records(resolvers.lookupAsync(name, Type.TXT).toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS).getRecords().stream()
          .filter(TXTRecord.class::isInstance).map(record -> joined((TXTRecord) record)).toList());
    } catch (ExecutionException e) {
      return failed(name, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      return failed(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(name, e);
    }
  }

  private static TxtAnswer failed(Name name, Throwable cause) {
    if (cause instanceof NoSuchDomainException || cause instanceof NoSuchRRSetException) {
      return new TxtAnswer.Records(List.of());
    }
    LOG.log(System.Logger.Level.DEBUG, () -> "No answer for " + name, cause);
    return new TxtAnswer.None(cause instanceof TimeoutException ? "no answer in time" : "the name servers failed");
  }

  /** All strings of a record as one, without anything between them (RFC 7208 §3.3). */
  private static String joined(TXTRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    record.getStringsAsByteArrays().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
