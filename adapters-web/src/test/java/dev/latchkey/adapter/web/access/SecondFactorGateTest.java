package dev.latchkey.adapter.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.ApiApplication;
import dev.latchkey.adapter.web.PagesApplication;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sweeps every route that is served: what a session may reach that has not shown its second factor yet. */
class SecondFactorGateTest {

  @Test
  void opens_to_a_half_signed_in_session_only_the_second_factor_a_look_and_the_way_out() {
    assertThat(routes().filter(route -> AccessRules.needOf(route).filter(NeedsSession::beforeSecondFactor).isPresent())
        .map(SecondFactorGateTest::name)).containsExactlyInAnyOrder("GET /api/auth/me", "POST /api/auth/logout",
            "POST /api/auth/mfa/verify", "GET /sign-in/mfa", "POST /sign-in/mfa");
  }

  @Test
  void leaves_nothing_about_a_person_to_everybody() {
    assertThat(routes().filter(route -> route.isAnnotationPresent(Public.class)).map(SecondFactorGateTest::name))
        .isNotEmpty().noneMatch(name -> name.contains("/account") || name.contains("/user/") || name.contains("/mfa"));
  }

  @Test
  void sees_the_routes_that_it_judges() {
    List<String> names = routes().map(SecondFactorGateTest::name).toList();
    assertThat(names).hasSizeGreaterThan(50).contains("GET /api/user/organizations",
        "POST /api/auth/mfa/totp", "DELETE /api/auth/mfa/totp", "POST /api/auth/mfa/totp/confirm",
        "POST /api/auth/mfa/skip", "POST /api/auth/mfa/recovery-codes", "POST /api/auth/reauthenticate",
        "GET /account/mfa", "POST /account/mfa/remove", "GET /setup-mfa", "POST /setup-mfa/skip",
        "POST /reauthenticate");
  }

  private static Stream<Method> routes() {
    return Stream.of(new ApiApplication(), new PagesApplication()).flatMap(it -> it.getClasses().stream())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())).filter(method -> verb(method) != null);
  }

  private static String name(Method route) {
    Class<?> type = route.getDeclaringClass();
    String root = new ApiApplication().getClasses().contains(type) && type.getSimpleName().endsWith("Resource")
        ? "/api"
        : "";
    Path path = route.getAnnotation(Path.class);
    return verb(route) + " " + root + type.getAnnotation(Path.class).value() + (path == null ? "" : path.value());
  }

  private static String verb(Method method) {
    return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class)).map(Class::getSimpleName).findFirst().orElse(null);
  }
}
