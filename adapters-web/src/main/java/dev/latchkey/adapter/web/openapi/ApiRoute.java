package dev.latchkey.adapter.web.openapi;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.access.Public;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One route, as its class declares it.
 *
 * @param path from the root on, its parameters written as {@code {name}}
 */
public record ApiRoute(String verb, String path, Method method) {

  /** Every route that an application serves, by path and method. */
  public static List<ApiRoute> of(Application application) {
    String root = application.getClass().getAnnotation(ApplicationPath.class).value();
    return application.getClasses().stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(method -> of(root.equals("/") ? "" : root, method).stream())
        .sorted(Comparator.comparing(ApiRoute::path).thenComparing(ApiRoute::verb)).toList();
  }

  private static Optional<ApiRoute> of(String root, Method method) {
    return Arrays.stream(method.getAnnotations())
        .flatMap(it -> Stream.ofNullable(it.annotationType().getAnnotation(HttpMethod.class))).findFirst()
        .map(verb -> new ApiRoute(verb.value(),
            (root + pathOf(method.getDeclaringClass().getAnnotation(Path.class))
                + pathOf(method.getAnnotation(Path.class))).replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}"),
            method));
  }

  private static String pathOf(@Nullable Path path) {
    return path == null ? "" : path.value();
  }

  /** As descriptions name it: {@code POST /api/auth/login}. */
  public String name() {
    return verb + " " + path;
  }

  boolean isPublic() {
    return method.isAnnotationPresent(Public.class);
  }

  /** Whether it is limited per client address. */
  boolean isEntry() {
    return method.isAnnotationPresent(EntryRoute.class);
  }

  /** Whether a session that owes its second factor may come here. */
  public boolean isOpenBeforeSecondFactor() {
    return isPublic() || method.getAnnotation(NeedsSession.class).beforeSecondFactor();
  }

  /** Whether programs may call it with an API key in place of a session. */
  public boolean takesKey() {
    return !isPublic() && method.getAnnotation(NeedsSession.class).orKey();
  }

  boolean isUnsafe() {
    return !verb.equals("GET");
  }

  boolean isInOrganization() {
    return path.contains("{organizationId}");
  }

  /** What its body is read into. */
  Optional<Class<?>> body() {
    return Arrays.stream(method.getParameters()).filter(parameter -> parameter.getType().isRecord())
        .<Class<?>>map(Parameter::getType).findFirst();
  }

  public List<String> pathParameters() {
    return parameters(PathParam.class, PathParam::value);
  }

  List<String> queryParameters() {
    return parameters(QueryParam.class, QueryParam::value);
  }

  private <A extends Annotation> List<String> parameters(Class<A> kind, Function<A, String> name) {
    return Arrays.stream(method.getParameters()).flatMap(it -> Stream.ofNullable(it.getAnnotation(kind))).map(name)
        .toList();
  }
}
