package dev.latchkey.adapter.web.fake;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer as it goes out. */
public final class FakeResponse implements InvocationHandler {
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = 200;

  public int status() {
    return status;
  }

  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  /** The only value of a header. */
  public String header(String name) {
    List<String> values = headers(name);
    if (values.size() != 1) {
      throw new AssertionError(name + " stands there " + values.size() + " times: " + values);
    }
    return values.getFirst();
  }

  public List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }

  public void add(String name, String value) {
    headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  /** The value of a cookie that was set. */
  public String cookie(String name) {
    return headers("Set-Cookie").stream().filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';'))).findFirst()
        .orElseThrow(() -> new AssertionError("No cookie " + name + " in " + headers));
  }

  public HttpServletResponse toServletResponse() {
    return (HttpServletResponse) Proxy.newProxyInstance(FakeResponse.class.getClassLoader(),
        new Class<?>[]{HttpServletResponse.class}, this);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method call, Object @Nullable [] arguments) {
    Object[] given = arguments == null ? new Object[0] : arguments;
    switch (call.getName()) {
      case "setStatus" -> status = (int) given[0];
      case "setHeader" -> set((String) given[0], (String) given[1]);
      case "setContentType" -> set("Content-Type", (String) given[0]);
      case "setContentLength" -> set("Content-Length", String.valueOf(given[0]));
      case "resetBuffer" -> body.reset();
      case "isCommitted" -> {
        return body.size() > 0;
      }
      case "getOutputStream" -> {
        return new Out(body);
      }
      default -> throw new UnsupportedOperationException(call.toString());
    }
    return null;
  }

  private void set(String name, String value) {
    headers.put(name, new ArrayList<>(List.of(value)));
  }

  private static final class Out extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    private Out(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int octet) {
      bytes.write(octet);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
