package dev.latchkey.server.keycloak;

import java.lang.reflect.InvocationTargetException;

/** Keycloak's own main class, in a process that ends together with the one that started it. */
public final class KeycloakMain {
  private KeycloakMain() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    // At once: it keeps nothing, and its shutdown hooks may wait for the pool that tells of the end.
    var unused =
        ProcessHandle.current().parent().orElseThrow().onExit().thenRun(() -> Runtime.getRuntime().halt(0));
    try {
      Class.forName("io.quarkus.bootstrap.runner.QuarkusEntryPoint").getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
