package dev.latchkey.adapter.web.passkey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.latchkey.application.passkey.AssertionAnswer;
import dev.latchkey.domain.passkey.Octets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** AuthenticationResponseJSON (WebAuthn Level 3 §5.1.8). */
public record AssertionBody(@Nullable String id, @Nullable String rawId, @Nullable String type,
    @Nullable String authenticatorAttachment, @Nullable Map<String, Object> clientExtensionResults,
    @Nullable AuthenticatorResponse response) {

  /** @throws dev.latchkey.adapter.web.answer.Refused if it is not complete, or not of this form */
  public AssertionAnswer parse() {
    if (response == null) {
      throw Ceremony.wrong("/response", "REQUIRED", "Please send what the browser's toJSON() gives.");
    }
    return new AssertionAnswer(Ceremony.credential(id, rawId, type),
        Ceremony.member("/response/clientDataJSON", response.clientDataJSON, Octets::new),
        Ceremony.member("/response/authenticatorData", response.authenticatorData, Octets::new),
        Ceremony.member("/response/signature", response.signature, Octets::new),
        Optional.ofNullable(response.userHandle)
            .map(handle -> Ceremony.member("/response/userHandle", handle, Octets::new)));
  }

  /** The standard adds members to it from time to time. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record AuthenticatorResponse(@Nullable String clientDataJSON, @Nullable String authenticatorData,
      @Nullable String signature, @Nullable String userHandle) {}
}
