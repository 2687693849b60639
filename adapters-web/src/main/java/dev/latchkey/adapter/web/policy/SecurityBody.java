package dev.latchkey.adapter.web.policy;

import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to change the security settings, or to see beforehand what that does.
 *
 * @param acceptLockoutRisk has a meaning with {@code sso} only
 */
public record SecurityBody(@Nullable String authRequired, @Nullable Boolean requireMfa,
    @Nullable Boolean acceptLockoutRisk) {

  AuthenticationRequirement requirement() {
    Fields fields = new Fields();
    Optional<AuthRequired> method = fields.required("authRequired", authRequired, SecurityBody::parse);
    Optional<Boolean> mfa = fields.required("requireMfa", requireMfa == null ? null : requireMfa.toString(),
        Boolean::valueOf);
    fields.check();
    return new AuthenticationRequirement(method.orElseThrow(), mfa.orElseThrow());
  }

  boolean lockoutRiskAccepted() {
    return Boolean.TRUE.equals(acceptLockoutRisk);
  }

  /** @throws InvalidValue if it is none of the three */
  static AuthRequired parse(String name) {
    return Arrays.stream(AuthRequired.values()).filter(value -> text(value).equals(name)).findFirst().orElseThrow(
        () -> new InvalidValue("authRequired", "UNKNOWN", "Please use any, mfa or sso."));
  }

  static String text(AuthRequired value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
