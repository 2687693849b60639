package dev.latchkey.server.e2e;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A one-time secret on its way.
 *
 * @param browser that asked for it, or that it is for
 * @param id of what the database holds of it
 * @param again has another one mailed for the same purpose
 * @param held by which organization, if one matters
 */
record Issued(TwoNodes nodes, ApiClient browser, String email, String id, String secret, Supplier<Issued> again,
    Optional<Held> held) {

  /**
   * What an organization can do about a secret that it has issued.
   *
   * @param what of the organization's it is about, such as {@code /members/{id}}
   * @param resend what is added to that to send another mail
   */
  record Held(String organization, String what, String resend) {
    String pathIn(String otherOrganization) {
      return "/api/user/organizations/" + otherOrganization + what;
    }
  }

  /** Of nobody but the person. */
  static Issued to(TwoNodes nodes, ApiClient browser, String email, String id, String secret, Supplier<Issued> again) {
    return new Issued(nodes, browser, email, id, secret, again, Optional.empty());
  }

  /** The same attempt with another secret. */
  Issued with(String otherSecret) {
    return new Issued(nodes, browser, email, id, otherSecret, again, held);
  }

  /** As it stands in a link. */
  String token() {
    return id + "." + secret;
  }

  String state() {
    return nodes.database().text("SELECT state FROM one_time_secret WHERE id = ?", id);
  }
}
