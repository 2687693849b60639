package dev.latchkey.adapter.web.passkey;

import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.passkey.StartPasskeyRegistration.Outcome.Offered;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.passkey.Algorithm;
import dev.latchkey.domain.session.SignedIn;
import java.util.Arrays;
import java.util.List;

/**
 * PublicKeyCredentialCreationOptionsJSON (WebAuthn Level 3 §5.1.9): what a browser needs to have a passkey made. Which
 * model the authenticator is, is nobody's business: no attestation is asked for.
 */
record CreationOptions(RelyingParty rp, UserEntity user, String challenge, List<Parameters> pubKeyCredParams,
    long timeout, List<Descriptor> excludeCredentials, Selection authenticatorSelection, String attestation,
    Extensions extensions) {

  static CreationOptions of(Offered offered, SignedIn.Person person, WebSettings settings) {
    return new CreationOptions(new RelyingParty(settings.publicDomain(), settings.productName()),
        new UserEntity(Ceremony.userHandle(person.id()), person.email().value(), person.name().value()),
        Ceremony.challenge(offered.challenge()),
        Arrays.stream(Algorithm.values()).map(algorithm -> new Parameters("public-key", algorithm.cose())).toList(),
        Purpose.PASSKEY_REGISTRATION.lifetime().toMillis(),
        offered.there().stream().map(credential -> new Descriptor("public-key", credential.base64Url())).toList(),
        new Selection("required", true, "preferred"), "none", new Extensions(true));
  }

  /** @param id the domain that the passkey is for; no other can ask for it */
  record RelyingParty(String id, String name) {}

  /** @param id in base64url, and nothing that tells who it is */
  record UserEntity(String id, String name, String displayName) {}

  record Parameters(String type, int alg) {}

  /** A credential that the authenticator must not hold yet. */
  record Descriptor(String type, String id) {}

  /** @param requireResidentKey says the same as {@code residentKey} to browsers that know only Level 1 */
  record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

  record Extensions(boolean credProps) {}
}
