package dev.latchkey.adapter.idp.hostile;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider on a port of this machine. Whoever comes to its authorization endpoint is signed in at once as
 * {@link #signsIn} said and sent back. It is strict about what it is asked, and honest until {@link #lie} is called.
 */
public final class TestProvider implements AutoCloseable {
  private final HttpServer server;
  private final String path;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private final SigningKeys keys = new SigningKeys();
  private final Metadata metadata;
  private final Conversation conversation;
  private final Set<Lie> lies = ConcurrentHashMap.newKeySet();
  private final Map<Endpoint, Manner> manners = new ConcurrentHashMap<>();
  private final List<Endpoint> calls = new CopyOnWriteArrayList<>();
  private volatile Person person = Person.of("248289761001", "ada@example.com", "Ada Lovelace");
  private volatile Map<String, String> lastRequest = Map.of();
  private volatile boolean userinfoOnly;
  private volatile @Nullable String authorizationError;

  private TestProvider(HttpServer server, String path) {
    this.server = server;
    this.path = path;
    metadata = new Metadata(issuer());
    conversation = new Conversation(this, new IdTokens(keys, issuer(), clientSecret()),
        new Statements(issuer(), clientId()));
    server.setExecutor(threads);
    for (Endpoint endpoint : Endpoint.values()) {
      server.createContext(path + endpoint.path, exchange -> answer(endpoint, exchange));
    }
    server.start();
  }

  public static TestProvider start() {
    return startAt("");
  }

  /** @param path behind host and port, such as {@code /common/v2.0} */
  public static TestProvider startAt(String path) {
    try {
      return new TestProvider(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String issuer() {
    return origin() + path;
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public String clientId() {
    return "latchkey";
  }

  public String clientSecret() {
    return "a secret of 32 characters and up";
  }

  /** Who signs in from now on. */
  public void signsIn(Person next) {
    person = next;
  }

  /** Whether the ID token holds no more than it must, so that whoever wants to know more has to ask userinfo. */
  public void tellsByUserinfo(boolean only) {
    userinfoOnly = only;
  }

  /** From now on nobody gets in, but is sent back with this error, such as {@code access_denied}. */
  public void refusesWith(String error) {
    authorizationError = error;
  }

  /** Ends all that was granted to somebody for later. */
  public void forget(String subject) {
    conversation.forget(subject);
  }

  /** Shows these keys from now on, which sign nothing. */
  public void publishesKeys(Map<String, Object> set) {
    keys.publish(JSONObjectUtils.toJSONString(set));
  }

  public void rotateKeys() {
    keys.rotate();
  }

  /** States something else about itself, or nothing if the value is null. */
  public void advertise(String name, @Nullable Object value) {
    metadata.put(name, value);
  }

  public void lie(Lie... what) {
    lies.addAll(List.of(what));
  }

  public void misbehave(Endpoint endpoint, Manner manner) {
    manners.put(endpoint, manner);
  }

  /** Back to the truth; keys and people stay. */
  public void behave() {
    lies.clear();
    manners.clear();
    metadata.reset();
    authorizationError = null;
    userinfoOnly = false;
  }

  /** With what the last browser came to the authorization endpoint. */
  public Map<String, String> lastRequest() {
    return lastRequest;
  }

  public long calls(Endpoint endpoint) {
    return calls.stream().filter(endpoint::equals).count();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.close();
  }

  Person person() {
    return person;
  }

  boolean userinfoOnly() {
    return userinfoOnly;
  }

  Set<Lie> lies() {
    return lies.isEmpty() ? Set.of() : EnumSet.copyOf(lies);
  }

  Optional<String> authorizationError() {
    return Optional.ofNullable(authorizationError);
  }

  /** RFC 9207 §2. */
  Optional<String> issuerInAnswers() {
    if (lies.contains(Lie.RESPONSE_ISSUER_OTHER)) {
      return Optional.of("https://login.other.example");
    }
    boolean named = metadata.namesItselfInAnswers() && !lies.contains(Lie.RESPONSE_ISSUER_MISSING);
    return named ? Optional.of(issuer()) : Optional.empty();
  }

  void note(Map<String, String> request) {
    lastRequest = Map.copyOf(request);
  }

  private void answer(Endpoint endpoint, HttpExchange exchange) throws IOException {
    calls.add(endpoint);
    try (exchange) {
      Request request = Request.of(exchange);
      Manner manner = manners.get(endpoint);
      if (manner != null) {
        manner.answer(exchange, end);
        return;
      }
      switch (endpoint) {
        case DISCOVERY -> request.json(200, metadata.claims(lies()));
        case KEYS -> request.text(200, keys.published());
        case FOREIGN_KEYS -> request.text(200, keys.foreignPublished());
        case AUTHORIZE -> conversation.authorize(request);
        case TOKEN -> conversation.token(request);
        case USERINFO -> conversation.userinfo(request);
        case SIGN_OUT -> request.redirect(request.parameter("post_logout_redirect_uri"), Map.of());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
