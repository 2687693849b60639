package dev.latchkey.adapter.idp.hostile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the provider knows, as it tells about them.
 *
 * @param claims besides {@code sub}, of any JSON type
 */
public record Person(String subject, Map<String, Object> claims) {

  /** With a verified address and a name. */
  public static Person of(String subject, String email, String name) {
    return new Person(subject, Map.of("email", email, "email_verified", true, "name", name));
  }

  /** The person with another claim, or without it if the value is null. */
  public Person with(String claim, @Nullable Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(claims);
    if (value == null) {
      changed.remove(claim);
    } else {
      changed.put(claim, value);
    }
    return new Person(subject, changed);
  }
}
