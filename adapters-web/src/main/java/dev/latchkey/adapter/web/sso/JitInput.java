package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.sso.JitSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What shall become of new people, as a route or a page was told it. */
final class JitInput {
  private JitInput() {}

  /** @return what was sent; absent if something about it is wrong, which has been noted then */
  static Optional<JitSettings> parse(Fields fields, boolean enabled, @Nullable String defaultRole,
      List<@Nullable String> allowedDomains) {
    Optional<Role> role = fields.required("defaultRole", defaultRole, JitInput::role);
    return fields.all("allowedDomains", allowedDomains,
        domains -> new JitSettings(enabled, role.orElse(Role.AGENT), domains.stream().map(DomainName::parse).toList()))
        .filter(settings -> fields.errors().isEmpty());
  }

  private static Role role(String word) {
    Role role = Arrays.stream(Role.values()).filter(it -> SsoInput.word(it).equals(word)).findFirst()
        .orElseThrow(() -> new InvalidValue("defaultRole", "UNKNOWN", "Please choose among: admin, agent."));
    return new JitSettings(false, role, List.of()).defaultRole();
  }
}
