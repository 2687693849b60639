package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.ApiApplication;
import dev.latchkey.adapter.web.PagesApplication;
import dev.latchkey.adapter.web.access.NeedsSession;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every route that is served and needs a session, tried with one that has shown no more than the password. */
@ExtendWith(TwoNodes.Extension.class)
class HalfSignedInIT {
  private final TwoNodes nodes;

  HalfSignedInIT(TwoNodes nodes) {
    this.nodes = nodes;
  }

  @Test
  void a_session_that_owes_its_second_factor_reaches_nothing_else() {
    ApiClient half = Enrolled.on(nodes).halfSignedInAt(nodes.first());
    ApiClient full = Enrolled.on(nodes).browser();
    List<Route> closed = routes().filter(route -> !route.beforeSecondFactor()).toList();
    assertThat(closed).hasSizeGreaterThan(20);
    for (Route route : closed) {
      ApiClient.Answer refused = route.call(half);
      assertThat(refused.status()).as(route + " " + refused.body()).isEqualTo(route.api() ? 403 : 303);
      assertThat(route.api() ? refused.code() : refused.header("Location").orElseThrow()).as(route.toString())
          .contains(route.api() ? "MFA_REQUIRED" : "/sign-in/mfa");
      // The same call by somebody who has shown it: whatever comes of it, it is not that.
      ApiClient.Answer allowed = route.call(full);
      assertThat(allowed.status()).as(route + " " + allowed.body()).isNotIn(401, 403);
      assertThat(allowed.header("Location").orElse("")).as(route.toString()).doesNotContain("/sign-in");
    }
    assertThat(half.get("/api/auth/me").data().at("/session/mfa").asText()).isEqualTo("required");
  }

  private static Stream<Route> routes() {
    return Stream.of(new ApiApplication(), new PagesApplication())
        .flatMap(application -> application.getClasses().stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .flatMap(method -> Route.of(application, method).stream()));
  }

  private record Route(String verb, String path, boolean api, boolean beforeSecondFactor) {
    static Optional<Route> of(Application application, Method method) {
      NeedsSession need = method.getAnnotation(NeedsSession.class);
      if (need == null) {
        return Optional.empty();
      }
      String verb = Arrays.stream(method.getAnnotations())
          .flatMap(it -> Stream.ofNullable(it.annotationType().getAnnotation(HttpMethod.class)))
          .map(HttpMethod::value).findFirst().orElseThrow();
      jakarta.ws.rs.Path own = method.getAnnotation(jakarta.ws.rs.Path.class);
      boolean api = application instanceof ApiApplication;
      String path = (api ? "/api" : "") + method.getDeclaringClass().getAnnotation(jakarta.ws.rs.Path.class).value()
          + (own == null ? "" : own.value());
      return Optional.of(new Route(verb, path.replaceAll("\\{[^}]*}", "01KA2P7X9QJ4T8V0M6ZC3E5R1D"), api,
          need.beforeSecondFactor()));
    }

    ApiClient.Answer call(ApiClient client) {
      if (verb.equals("GET") || verb.equals("DELETE")) {
        return client.send(verb, path, null, BodyPublishers.noBody());
      }
      return api
          ? client.json(verb, path, "{}")
          : client.send(verb, path, "application/x-www-form-urlencoded", BodyPublishers.ofString(""));
    }
  }
}
