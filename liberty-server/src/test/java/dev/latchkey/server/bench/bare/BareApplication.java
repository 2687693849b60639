package dev.latchkey.server.bench.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** One resource, no filters. */
@ApplicationPath("/")
public final class BareApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(BareRows.class, BareJson.class);
  }
}
