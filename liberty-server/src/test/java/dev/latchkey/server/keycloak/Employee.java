package dev.latchkey.server.keycloak;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody whom a company's identity provider knows.
 *
 * @param verified whether the identity provider says that the address was verified
 */
public record Employee(String username, String firstName, String lastName, String email, boolean verified) {
  /** Good enough for people who live as long as a test. */
  public static final String PASSWORD = "correct horse battery";

  /** Somebody whose address is made of the name. */
  public static Employee of(String firstName, String lastName, String domain) {
    String username = firstName.toLowerCase(Locale.ROOT);
    return new Employee(username, firstName, lastName, username + "@" + domain, true);
  }

  public Employee unverified() {
    return new Employee(username, firstName, lastName, email, false);
  }

  public String name() {
    return firstName + " " + lastName;
  }

  /** As Keycloak's admin API takes it. */
  Map<String, Object> representation() {
    return Map.of("username", username, "firstName", firstName, "lastName", lastName, "email", email,
        "emailVerified", verified, "enabled", true,
        "credentials", List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
  }
}
