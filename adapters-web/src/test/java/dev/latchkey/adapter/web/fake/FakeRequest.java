package dev.latchkey.adapter.web.fake;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request as it arrives. What it doesn't know it refuses to answer, so that no test passes by a default. */
public final class FakeRequest implements InvocationHandler {
  private final String method;
  private final String path;
  private final @Nullable String query;
  private final List<Map.Entry<String, String>> headers = new ArrayList<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private String peer = "203.0.113.7";
  private byte[] body = new byte[0];
  private boolean chunked;
  private DispatcherType dispatcherType = DispatcherType.REQUEST;

  private FakeRequest(String method, String target) {
    this.method = method;
    int question = target.indexOf('?');
    path = question < 0 ? target : target.substring(0, question);
    query = question < 0 ? null : target.substring(question + 1);
    header("Host", "sso.example.com");
  }

  public static FakeRequest get(String target) {
    return new FakeRequest("GET", target);
  }

  public static FakeRequest of(String method, String target) {
    return new FakeRequest(method, target);
  }

  /** A program's request: no browser, so no origin. */
  public static FakeRequest json(String method, String target, String body) {
    return new FakeRequest(method, target).header("Content-Type", "application/json").body(body);
  }

  /** What a browser sends from one of our pages. */
  public static FakeRequest form(String target, String body) {
    return new FakeRequest("POST", target).header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", "https://sso.example.com").header("Sec-Fetch-Site", "same-origin").body(body);
  }

  public FakeRequest header(String name, String value) {
    headers.add(Map.entry(name, value));
    return this;
  }

  public FakeRequest without(String name) {
    headers.removeIf(header -> header.getKey().equalsIgnoreCase(name));
    return this;
  }

  public FakeRequest from(String address) {
    peer = address;
    return this;
  }

  public FakeRequest body(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** Leaves out how long the body is. */
  public FakeRequest chunked() {
    chunked = true;
    return this;
  }

  /** What the container does with an error that it found itself. */
  public FakeRequest dispatchedWith(int status) {
    dispatcherType = DispatcherType.ERROR;
    attributes.put(RequestDispatcher.ERROR_STATUS_CODE, status);
    return this;
  }

  public String target() {
    return query == null ? path : path + "?" + query;
  }

  public HttpServletRequest toServletRequest() {
    return (HttpServletRequest) Proxy.newProxyInstance(FakeRequest.class.getClassLoader(),
        new Class<?>[]{HttpServletRequest.class}, this);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method call, Object @Nullable [] arguments) {
    Object first = arguments == null ? "" : arguments[0];
    return switch (call.getName()) {
      case "getMethod" -> method;
      case "getRequestURI" -> path;
      case "getQueryString" -> query;
      case "getServletPath" -> prefix();
      case "getPathInfo" -> path.length() == prefix().length() ? null : path.substring(prefix().length());
      case "getRemoteAddr" -> peer;
      case "getDispatcherType" -> dispatcherType;
      case "getParameter" -> parameter((String) first);
      case "getHeader" -> values(first).findFirst().orElse(null);
      case "getHeaders" -> Collections.enumeration(values(first).toList());
      case "getHeaderNames" -> Collections.enumeration(headers.stream().map(Map.Entry::getKey).toList());
      case "getContentLengthLong" -> chunked ? -1L : (long) body.length;
      case "getContentType" -> values("Content-Type").findFirst().orElse(null);
      case "getInputStream" -> new Body(new ByteArrayInputStream(body));
      case "getCookies" -> cookies();
      case "getLocales" -> Collections.enumeration(values("Accept-Language").map(Locale::forLanguageTag).toList());
      case "getAttribute" -> attributes.get(first);
      case "setAttribute" -> attributes.put((String) first, arguments == null ? "" : arguments[1]);
      default -> throw new UnsupportedOperationException(call.toString());
    };
  }

  private String prefix() {
    return Stream.of("/api", "/static", "/webjars").filter(it -> path.equals(it) || path.startsWith(it + "/"))
        .findFirst().orElse("");
  }

  private @Nullable String parameter(String name) {
    return Stream.ofNullable(query).flatMap(text -> Stream.of(text.split("&")))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8)).findFirst()
        .orElse(null);
  }

  private Stream<String> values(Object name) {
    return headers.stream().filter(header -> header.getKey().equalsIgnoreCase((String) name))
        .map(Map.Entry::getValue);
  }

  private Cookie @Nullable [] cookies() {
    Cookie[] cookies = values("Cookie").flatMap(header -> Stream.of(header.split("; *")))
        .map(pair -> pair.split("=", 2)).map(pair -> new Cookie(pair[0], pair[1])).toArray(Cookie[]::new);
    return cookies.length == 0 ? null : cookies;
  }

  private static final class Body extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    private Body(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
