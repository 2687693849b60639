package dev.latchkey.adapter.web.passkey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.latchkey.application.passkey.RegistrationAnswer;
import dev.latchkey.domain.passkey.Octets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RegistrationResponseJSON (WebAuthn Level 3 §5.1.8), and what the person calls the passkey. What a browser says besides
 * about its authenticator is taken and not used: only what is signed counts.
 */
record RegistrationBody(@Nullable String id, @Nullable String rawId, @Nullable String type,
    @Nullable String authenticatorAttachment, @Nullable Map<String, Object> clientExtensionResults,
    @Nullable AuthenticatorResponse response, @Nullable String name) {

  RegistrationAnswer parse() {
    if (response == null) {
      throw Ceremony.wrong("/response", "REQUIRED", "Please send what the browser's toJSON() gives.");
    }
    return new RegistrationAnswer(Ceremony.credential(id, rawId, type),
        Ceremony.member("/response/clientDataJSON", response.clientDataJSON, Octets::new),
        Ceremony.member("/response/attestationObject", response.attestationObject, Octets::new));
  }

  /** The standard adds members to it from time to time. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record AuthenticatorResponse(@Nullable String clientDataJSON, @Nullable String attestationObject) {}
}
