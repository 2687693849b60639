package dev.latchkey.adapter.web.request;

import dev.latchkey.application.apikey.PresentedApiKeys;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.network.Cidr;
import dev.latchkey.domain.network.IpAddress;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.session.BearerToken;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request as our own code may see it. Made once, by the outermost filter; used by one thread. */
public final class Visit {
  /** Under which name a request carries its visit. */
  public static final String ATTRIBUTE = Visit.class.getName();

  private final HttpServletRequest request;
  private final boolean api;
  private final String requestId;
  private final List<Cidr> trustedProxies;
  private @Nullable LiveSession session;
  private PresentedApiKeys.@Nullable Found key;

  private Visit(HttpServletRequest request, List<Cidr> trustedProxies) {
    this.request = request;
    this.api = isApi(request);
    this.requestId = RequestId.next();
    this.trustedProxies = trustedProxies;
  }

  /** Begins the visit of a request that has none yet. */
  public static Visit begin(HttpServletRequest request, List<Cidr> trustedProxies) {
    Visit visit = new Visit(request, trustedProxies);
    request.setAttribute(ATTRIBUTE, visit);
    return visit;
  }

  public static Visit of(HttpServletRequest request) {
    return (Visit) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "The outermost filter did not run");
  }

  public String requestId() {
    return requestId;
  }

  /** The machine at the other end of the connection, which may be a proxy. */
  public IpAddress peer() {
    return IpAddress.parse(request.getRemoteAddr()).orElseThrow();
  }

  /** The machine that the request came from, as far as trusted proxies tell. */
  public IpAddress client() {
    return ClientAddress.of(peer(), request.getHeaders("X-Forwarded-For"), trustedProxies);
  }

  public String method() {
    return request.getMethod();
  }

  /** Whether it can change anything (RFC 9110 §9.2.1). */
  public boolean isUnsafe() {
    return !method().equals("GET") && !method().equals("HEAD");
  }

  /** Whether it is for programs: answered with the envelope whatever it accepts. */
  public boolean isApi() {
    return api;
  }

  /** Found out once: where the server itself refuses a request, its servlet path becomes that of the error page. */
  private static boolean isApi(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String refused
        ? refused.equals("/api") || refused.startsWith("/api/")
        : request.getServletPath().equals("/api");
  }

  /** Whether a program asks rather than a browser, where both may. */
  public boolean wantsJson() {
    String accept = header("Accept");
    return accept != null && accept.contains("application/json") && !accept.contains("text/html");
  }

  /** Path and query as sent, to come back to after signing in. */
  public String target() {
    return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
  }

  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /** All headers of one name; more than one of most names is an attempt to be read in two ways. */
  public List<String> headers(String name) {
    return Collections.list(request.getHeaders(name));
  }

  public Optional<BearerToken> sessionToken() {
    return Cookies.token(request, Cookies.SESSION);
  }

  /** The browser's lasting cookie, by which it is recognised after signing out. */
  public Optional<BearerToken> browserToken() {
    return Cookies.token(request, Cookies.BROWSER);
  }

  public Optional<String> cookie(String name) {
    return Cookies.single(request, name);
  }

  /** The first language asked for that this Java platform knows; English if none is. */
  public Locale locale() {
    return Languages.choose(request.getLocales());
  }

  /** For the audit. */
  public Origin origin() {
    String program = Objects.requireNonNullElse(header("User-Agent"), "");
    String device = key == null ? program : "API key " + key.key().id().value() + " (" + program + ")";
    return new Origin(client().text(), device, requestId);
  }

  /** Notes who it is, once that has been found out. */
  public void enter(LiveSession live) {
    session = live;
  }

  /** Notes whose key it is, once that has been found out. */
  public void enter(PresentedApiKeys.Found found) {
    key = found;
  }

  /** Who it is, where that has been found out. */
  public Optional<LiveSession> entered() {
    return Optional.ofNullable(session);
  }

  /** Who wants something from an organization. */
  public Actor actor() {
    return key == null
        ? new Actor.InSession(session().signedIn())
        : new Actor.WithKey(key.key().creator(), key.key().organizationId(), key.key().scopes());
  }

  /** Who it is; only for routes that need a session and take no key in its place. */
  public LiveSession session() {
    return Objects.requireNonNull(session, "This route lets people in without a session");
  }
}
