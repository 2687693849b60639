package dev.latchkey.domain.social;

import java.net.URI;

/**
 * Where providers of the deployment send people back to, each to an address of its own; to be registered there.
 *
 * @param publicUrl of this deployment, without a slash at its end
 */
public record SocialCallbacks(URI publicUrl) {
  public URI of(SocialProvider provider) {
    return URI.create(publicUrl + "/api/auth/social/" + provider.word() + "/callback");
  }
}
