package dev.latchkey.domain.policy;

import dev.latchkey.domain.InvalidValue;
import java.util.Arrays;

/** What an API key was made for. A key can do what both its scopes and the present role of its creator allow. */
public enum Scope {
  ORGANIZATION_READ("organization:read"), ORGANIZATION_WRITE("organization:write"), //
  MEMBERS_READ("members:read"), MEMBERS_WRITE("members:write"), //
  SETTINGS_READ("settings:read"), SETTINGS_WRITE("settings:write"), //
  DIRECTORY_READ("directory:read"), DIRECTORY_WRITE("directory:write"), //
  AUDIT_READ("audit:read");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** As the API spells it. */
  public String word() {
    return word;
  }

  /** @throws InvalidValue if there is no such scope */
  public static Scope parse(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst()
        .orElseThrow(() -> new InvalidValue("scopes", "UNKNOWN_SCOPE",
            "There is no such scope. Please choose among: "
                + String.join(", ", Arrays.stream(values()).map(Scope::word).toList()) + "."));
  }
}
