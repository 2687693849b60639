package dev.latchkey.adapter.web.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Puts before every route what its annotations say, once, when the server starts. A route that doesn't say who may call
 * it, or says both, is a mistake that must not be served.
 */
@Dependent
@Provider
public final class AccessRules implements DynamicFeature {
  private final Callers callers;
  private final KeyHolders keyHolders;
  private final AddressLimit addressLimit;

  @Inject
  public AccessRules(Callers callers, KeyHolders keyHolders, AddressLimit addressLimit) {
    this.callers = callers;
    this.keyHolders = keyHolders;
    this.addressLimit = addressLimit;
  }

  @Override
  public void configure(ResourceInfo route, FeatureContext context) {
    Method method = route.getResourceMethod();
    if (method.isAnnotationPresent(EntryRoute.class)) {
      context.register(new AddressGate(addressLimit), Priorities.AUTHENTICATION - 1);
    }
    needOf(method).ifPresent(need -> context.register(new SessionGate(callers, keyHolders, need),
        Priorities.AUTHENTICATION));
  }

  /** @throws IllegalStateException if the route doesn't say, in exactly one way, who may call it */
  static Optional<NeedsSession> needOf(Method route) {
    Optional<NeedsSession> need = Optional.ofNullable(route.getAnnotation(NeedsSession.class));
    if (need.isPresent() == route.isAnnotationPresent(Public.class)) {
      throw new IllegalStateException(route + " has to be either @Public or @NeedsSession");
    }
    return need;
  }
}
