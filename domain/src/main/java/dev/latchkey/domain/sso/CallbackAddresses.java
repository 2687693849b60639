package dev.latchkey.domain.sso;

import dev.latchkey.domain.organization.Slug;
import java.net.URI;

/**
 * Where identity providers send people back to; to be registered there.
 *
 * @param publicUrl of this deployment, without a slash at its end
 */
public record CallbackAddresses(URI publicUrl) {
  public URI of(CallbackMode mode, Slug organization) {
    return switch (mode) {
      case SHARED -> shared();
      case DEDICATED -> dedicated(organization);
    };
  }

  public URI shared() {
    return below("callback");
  }

  public URI dedicated(Slug organization) {
    return below(organization.value() + "/callback");
  }

  private URI below(String path) {
    return URI.create(publicUrl + "/api/auth/sso/" + path);
  }
}
