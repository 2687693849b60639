package dev.latchkey.server.outbound;

import dev.latchkey.application.network.OutboundHttp;
import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.network.IpAddress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Connection;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** {@link OutboundHttp} by OkHttp, which lets us say what a name resolves to. */
public final class GuardedHttp implements OutboundHttp, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(5);
  /** They only wait, so that there may be many. */
  private static final int LOOKUPS = 256;

  private final AddressPolicy policy;
  private final Lookups lookups;
  private final OkHttpClient client;

  public GuardedHttp(AddressPolicy policy) {
    this(policy, Dns.SYSTEM);
  }

  GuardedHttp(AddressPolicy policy, Dns names) {
    this.policy = policy;
    lookups = new Lookups(names, CONNECT, LOOKUPS);
    client = new OkHttpClient.Builder().dns(new CheckedAddresses(policy, lookups))
        .proxy(Proxy.NO_PROXY).socketFactory(new DirectSockets()).followRedirects(false).followSslRedirects(false)
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectTimeout(CONNECT).readTimeout(READ).writeTimeout(READ)
        .addNetworkInterceptor(this::checkConnection).build();
  }

  @Override
  public Answer send(Call call) {
    try {
      HttpUrl url = checked(call.uri());
      okhttp3.Call outgoing = client.newCall(request(url, call));
      outgoing.timeout().timeout(call.within().toMillis(), TimeUnit.MILLISECONDS);
      try (Response response = outgoing.execute()) {
        return read(response);
      }
    } catch (IOException e) {
      return failed(call.uri(), e);
    } catch (IllegalArgumentException e) {
      return new Answer.Failed(Failure.FORBIDDEN, "The call can't be written down as a request.");
    }
  }

  @Override
  public void close() {
    lookups.close();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** Addresses written as such are looked up nowhere, so they are checked here. */
  private HttpUrl checked(URI uri) throws Forbidden {
    HttpUrl url = HttpUrl.get(uri);
    // Where the two don't read the same host, one of them was meant to be deceived.
    if (url == null || uri.getHost() == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      throw new Forbidden(uri.getScheme() + " URLs like this one are not called");
    }
    Optional<IpAddress> address = IpAddress.parse(url.host());
    if (address.isPresent() && !policy.allows(url.host(), address.get())) {
      throw new Forbidden(url.host() + " is no public address");
    }
    return url;
  }

  /** The last word, when it is known where the connection leads and before anything is said on it. */
  private Response checkConnection(Interceptor.Chain chain) throws IOException {
    Connection connection = chain.connection();
    String host = chain.request().url().host();
    InetAddress peer = connection == null ? null : connection.socket().getInetAddress();
    if (peer == null || !policy.allows(host, new IpAddress(peer))) {
      throw new Forbidden(host + " is no public address");
    }
    if (!chain.request().isHttps() && !policy.allowsUnencrypted(host, new IpAddress(peer))) {
      throw new Forbidden(host + " must be called by https");
    }
    return chain.proceed(chain.request());
  }

  private static Request request(HttpUrl url, Call call) {
    Request.Builder request = new Request.Builder().url(url);
    call.headers().forEach(request::header);
    request.header("Accept-Encoding", "identity");
    request.header("User-Agent", "Latchkey");
    call.form().ifPresent(form -> request.post(new OnceOnly(form)));
    return request.build();
  }

  private static Answer read(Response response) throws IOException {
    if (response.code() / 100 == 3) {
      return new Answer.Failed(Failure.REDIRECTED,
          "It answered with " + response.code() + " and wants to be asked elsewhere, which we don't do.");
    }
    if (!"identity".equalsIgnoreCase(response.header("Content-Encoding", "identity"))) {
      return new Answer.Failed(Failure.ENCODED, "Its answer is packed, though that was not asked for.");
    }
    BufferedSource body = response.body().source();
    if (body.request(MOST_BYTES + 1L)) {
      return new Answer.Failed(Failure.TOO_LARGE, "Its answer is larger than " + MOST_BYTES / 1024 + " KiB.");
    }
    return new Answer.Responded(response.code(), Optional.ofNullable(response.header("Content-Type")),
        body.readString(StandardCharsets.UTF_8));
  }

  private static Answer.Failed failed(URI uri, IOException failure) {
    if (Forbidden.causes(failure)) {
      return new Answer.Failed(Failure.FORBIDDEN, failure.getMessage() + ".");
    }
    return switch (failure) {
      case UnknownHostException e -> new Answer.Failed(Failure.UNREACHABLE, e.getMessage() + ".");
      case SSLException e -> new Answer.Failed(Failure.TLS,
          uri.getHost() + " could not prove by TLS who it is: " + e.getMessage());
      case InterruptedIOException e -> new Answer.Failed(Failure.TIMEOUT, uri.getHost() + " took too long.");
      default -> new Answer.Failed(Failure.UNREACHABLE,
          uri.getHost() + " could not be reached: " + failure.getMessage());
    };
  }
}
