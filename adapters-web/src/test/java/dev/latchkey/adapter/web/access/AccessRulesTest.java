package dev.latchkey.adapter.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.latchkey.adapter.web.ApiApplication;
import dev.latchkey.adapter.web.PagesApplication;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
  private static final String PUBLIC = "public";
  private static final String ENTRY = "public, limited";
  private static final String SESSION = "session";
  private static final String PENDING = "session, second factor or not";

  /** The whole table, so that opening a route is a change that somebody sees. */
  @Test
  void every_route_says_who_may_call_it() {
    Map<String, String> table = new TreeMap<>();
    routes().forEach(route -> table.put(route.getDeclaringClass().getSimpleName() + "." + route.getName(), who(route)));
    assertThat(table).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
        Map.entry("SignUpResource.signUp", ENTRY), Map.entry("EmailVerificationResource.verify", ENTRY),
        Map.entry("EmailVerificationResource.resend", ENTRY), Map.entry("LoginResource.login", ENTRY),
        Map.entry("SessionResource.me", PENDING), Map.entry("SessionResource.logout", PENDING),
        Map.entry("OrganizationsResource.list", SESSION), Map.entry("OrganizationsResource.read", SESSION),
        Map.entry("OrganizationsResource.change", SESSION), Map.entry("SignUpPage.show", PUBLIC),
        Map.entry("SignUpPage.submit", ENTRY), Map.entry("VerifyEmailPage.show", PUBLIC),
        Map.entry("VerifyEmailPage.submit", ENTRY), Map.entry("VerifyEmailPage.resend", ENTRY),
        Map.entry("SignInPage.show", PUBLIC), Map.entry("SignInPage.submit", ENTRY),
        Map.entry("HomePage.show", SESSION), Map.entry("SignOutPage.submit", PUBLIC),
        Map.entry("TrialMailPage.list", PUBLIC), Map.entry("TrialMailPage.listForPrograms", PUBLIC),
        Map.entry("TrialMailPage.show", PUBLIC), Map.entry("TrialMailPage.showHtml", PUBLIC)));
  }

  @Test
  void refuses_a_route_that_says_nothing_or_both() {
    assertThat(Bad.class.getDeclaredMethods()).hasSize(2).allSatisfy(
        method -> assertThatIllegalStateException().isThrownBy(() -> AccessRules.needOf(method)));
  }

  private static Stream<Method> routes() {
    return Stream.of(new ApiApplication(), new PagesApplication()).flatMap(it -> it.getClasses().stream())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())).filter(AccessRulesTest::isRoute);
  }

  private static boolean isRoute(Method method) {
    return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
        .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
  }

  private static String who(Method route) {
    return AccessRules.needOf(route).map(need -> need.beforeSecondFactor() ? PENDING : SESSION)
        .orElse(route.isAnnotationPresent(EntryRoute.class) ? ENTRY : PUBLIC);
  }

  interface Bad {
    void saysNothing();

    @Public
    @NeedsSession
    void saysBoth();
  }
}
