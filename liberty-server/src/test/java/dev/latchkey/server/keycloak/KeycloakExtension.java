package dev.latchkey.server.keycloak;

import dev.latchkey.server.e2e.LatchkeyProcess;
import dev.latchkey.server.e2e.Shared;
import java.lang.System.Logger.Level;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a {@link Keycloak} to tests: one for all of a run, started by the first that asks; realms keep them apart. */
public final class KeycloakExtension implements ExecutionCondition, ParameterResolver {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (KeycloakHome.find().isPresent()) {
      return ConditionEvaluationResult.enabled("Keycloak is unpacked");
    }
    String missing = "the build did not unpack Keycloak: NOTHING WAS TRIED WITH IT";
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(missing);
    }
    System.getLogger(KeycloakExtension.class.getName()).log(Level.WARNING, missing);
    return ConditionEvaluationResult.disabled(missing);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Keycloak.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Shared.get(Keycloak.class, Keycloak.class, () -> Keycloak.start(LatchkeyProcess.freePort()));
  }
}
