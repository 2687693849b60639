package dev.latchkey.adapter.web.fake;

import dev.latchkey.adapter.web.access.AccessRules;
import dev.latchkey.adapter.web.failure.FailureMapper;
import dev.latchkey.adapter.web.protect.ProtectionFilter;
import dev.latchkey.adapter.web.request.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Feature;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.core.ResourceMethodRegistry;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Both applications behind their filter, on the JAX-RS that the server has, without the server: routing, providers and
 * access rules are the real ones. Classes are made from their {@code @Inject} constructors, like CDI does.
 */
public final class Site {
  private final Map<Class<?>, Object> parts = new HashMap<>();
  private final ProtectionFilter filter;
  private final SynchronousDispatcher api;
  private final SynchronousDispatcher pages;
  private @Nullable HttpServletRequest request;
  private @Nullable HttpServletResponse response;

  /** @param parts what the server's wiring produces */
  public Site(Application api, Application pages, Object... parts) {
    Arrays.stream(parts).forEach(part -> this.parts.put(typeOf(part), part));
    this.parts.put(HttpServletRequest.class, current(HttpServletRequest.class));
    this.filter = make(ProtectionFilter.class);
    this.api = deploy(api);
    this.pages = deploy(pages);
  }

  /** One request and its answer. */
  public FakeResponse send(FakeRequest fake) {
    FakeResponse answer = new FakeResponse();
    FilterChain chain = (filtered, ignored) -> dispatch(fake, (HttpServletRequest) filtered, answer);
    try {
      filter.doFilter(fake.toServletRequest(), answer.toServletResponse(), chain);
    } catch (IOException | ServletException e) {
      throw new AssertionError(e);
    }
    return answer;
  }

  /** What the API has registered, such as {@code GET /api/auth/me}. */
  Set<String> apiRoutes() {
    Set<String> routes = new TreeSet<>();
    ((ResourceMethodRegistry) api.getRegistry()).getBounded().forEach((path, invokers) -> invokers.forEach(
        it -> ((ResourceMethodInvoker) it).getHttpMethods().forEach(verb -> routes.add(verb + " /api" + path))));
    return routes;
  }

  private void dispatch(FakeRequest fake, HttpServletRequest filtered, FakeResponse answer) throws IOException {
    boolean isApi = filtered.getServletPath().equals("/api");
    MockHttpRequest inner;
    try {
      inner = MockHttpRequest.create(filtered.getMethod(), isApi ? fake.target().substring(4) : fake.target());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
    Collections.list(filtered.getHeaderNames())
        .forEach(name -> inner.getMutableHeaders().put(name, Collections.list(filtered.getHeaders(name))));
    inner.content(filtered.getInputStream());
    inner.setAttribute(Visit.ATTRIBUTE, filtered.getAttribute(Visit.ATTRIBUTE));
    request = filtered;
    response = answer.toServletResponse();
    MockHttpResponse outer = new MockHttpResponse();
    (isApi ? api : pages).invoke(inner, outer);
    response.setStatus(outer.getStatus());
    outer.getOutputHeaders().forEach((name, values) -> values.forEach(value -> answer.add(name, value.toString())));
    response.getOutputStream().write(outer.getOutput());
  }

  private SynchronousDispatcher deploy(Application application) {
    SynchronousDispatcher dispatcher = (SynchronousDispatcher) MockDispatcherFactory.createDispatcher();
    dispatcher.getDefaultContextObjects().put(HttpServletRequest.class, current(HttpServletRequest.class));
    dispatcher.getDefaultContextObjects().put(HttpServletResponse.class, current(HttpServletResponse.class));
    // What SharedProviders registers, which needs a container.
    dispatcher.getProviderFactory().register(make(AccessRules.class)).register(make(FailureMapper.class));
    for (Class<?> type : application.getClasses()) {
      if (type.isAnnotationPresent(Path.class)) {
        dispatcher.getRegistry().addSingletonResource(make(type));
      } else if (!Feature.class.isAssignableFrom(type)) {
        dispatcher.getProviderFactory().register(make(type));
      }
    }
    return dispatcher;
  }

  private <T> T make(Class<T> type) {
    Constructor<?> constructor = Arrays.stream(type.getConstructors())
        .filter(candidate -> candidate.isAnnotationPresent(Inject.class) || candidate.getParameterCount() == 0)
        .findFirst().orElseThrow(() -> new AssertionError(type + " can't be made by CDI"));
    Object[] arguments = Arrays.stream(constructor.getParameterTypes())
        .map(needed -> Objects.requireNonNull(parts.get(needed), () -> type + " needs " + needed)).toArray();
    try {
      return type.cast(constructor.newInstance(arguments));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " can't be made", e);
    }
  }

  /** Stands for the request, or the answer, of the moment. */
  private Object current(Class<?> type) {
    return Proxy.newProxyInstance(Site.class.getClassLoader(), new Class<?>[]{type},
        (proxy, method, arguments) -> method.invoke(type == HttpServletRequest.class ? request : response, arguments));
  }

  private static Class<?> typeOf(Object part) {
    Class<?>[] ports = part.getClass().getInterfaces();
    return part.getClass().isAnonymousClass() ? ports[0] : part.getClass();
  }
}
