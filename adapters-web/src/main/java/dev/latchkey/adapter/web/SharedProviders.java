package dev.latchkey.adapter.web;

import dev.latchkey.adapter.web.access.AccessRules;
import dev.latchkey.adapter.web.failure.FailureMapper;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Registers the providers that both applications share. They are fetched here because JAX-RS makes by itself only
 * providers whose constructors take nothing; this is the one place that asks the container instead of being given.
 */
@Provider
public final class SharedProviders implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    context.register(CDI.current().select(AccessRules.class).get());
    context.register(CDI.current().select(FailureMapper.class).get());
    return true;
  }
}
