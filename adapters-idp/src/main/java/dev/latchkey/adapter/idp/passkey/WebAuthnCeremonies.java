package dev.latchkey.adapter.idp.passkey;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.COSEAlgorithmIdentifier;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.CollectedClientData;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import dev.latchkey.application.passkey.AssertionAnswer;
import dev.latchkey.application.passkey.PasskeyCeremonies;
import dev.latchkey.application.passkey.RegistrationAnswer;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.passkey.Algorithm;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import dev.latchkey.domain.passkey.Passkey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link PasskeyCeremonies} by Yubico's library, told all that it would otherwise look up or decide itself. */
public final class WebAuthnCeremonies implements PasskeyCeremonies {
  /** Without attestation, and what authenticators say that sign it themselves; we ask nobody for more. */
  private static final Set<String> FORMATS = Set.of("none", "packed");
  private static final List<PublicKeyCredentialParameters> ALGORITHMS = Arrays.stream(Algorithm.values())
      .map(algorithm -> COSEAlgorithmIdentifier.fromId(algorithm.cose()).orElseThrow())
      .map(algorithm -> PublicKeyCredentialParameters.builder().alg(algorithm).build()).toList();

  private final String domain;
  private final String origin;

  /**
   * @param domain of the public URL, for which passkeys are made
   * @param origin of the public URL, spelt as browsers spell it; answers from elsewhere are refused
   */
  public WebAuthnCeremonies(String domain, String origin) {
    this.domain = domain;
    this.origin = origin;
  }

  @Override
  public Optional<LinkToken> challengeOf(Octets clientData) {
    try {
      byte[] challenge = new CollectedClientData(Bytes.of(clientData)).getChallenge().getBytes();
      return Optional.of(LinkToken.parse(new String(challenge, StandardCharsets.US_ASCII)));
    } catch (IOException | Base64UrlException | RuntimeException unreadable) {
      // Anybody may send anything, and the parsers of the library have many ways to say that they can't read it.
      return Optional.empty();
    }
  }

  @Override
  public Registration register(LinkToken challenge, RegistrationAnswer answer) {
    try {
      AuthenticatorAttestationResponse response = AuthenticatorAttestationResponse.builder()
          .attestationObject(Bytes.of(answer.attestation())).clientDataJSON(Bytes.of(answer.clientData())).build();
      if (!FORMATS.contains(response.getAttestation().getFormat())) {
        return new Registration.Refused("An attestation that was not asked for.");
      }
      RegistrationResult result = relyingParty(Optional.empty()).finishRegistration(FinishRegistrationOptions.builder()
          .request(creationOf(challenge))
          .response(PublicKeyCredential
              .<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs>builder()
              .id(Bytes.of(answer.credential().octets())).response(response)
              .clientExtensionResults(ClientRegistrationExtensionOutputs.builder().build()).build())
          .build());
      return new Registration.Believed(new CredentialId(Bytes.octets(result.getKeyId().getId())),
          Bytes.octets(result.getPublicKeyCose()), result.getSignatureCount(), result.isUserVerified());
    } catch (RegistrationFailedException refused) {
      return new Registration.Refused(reason(refused));
    } catch (IOException | Base64UrlException | RuntimeException unreadable) {
      return new Registration.Refused("Not readable: " + reason(unreadable));
    }
  }

  @Override
  public Assertion verify(LinkToken challenge, Passkey passkey, AssertionAnswer answer) {
    try {
      AuthenticatorAssertionResponse response = AuthenticatorAssertionResponse.builder()
          .authenticatorData(Bytes.of(answer.authenticatorData())).clientDataJSON(Bytes.of(answer.clientData()))
          .signature(Bytes.of(answer.signature())).userHandle(answer.userHandle().map(Bytes::of)).build();
      AssertionResult result = relyingParty(Optional.of(passkey)).finishAssertion(FinishAssertionOptions.builder()
          .request(requestOf(challenge, passkey))
          .response(PublicKeyCredential.<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs>builder()
              .id(Bytes.of(answer.credential().octets())).response(response)
              .clientExtensionResults(ClientAssertionExtensionOutputs.builder().build()).build())
          .build());
      return result.isSuccess()
          ? new Assertion.Believed(result.getSignatureCount(), result.isUserVerified())
          : new Assertion.Refused("Not believed.");
    } catch (AssertionFailedException refused) {
      return new Assertion.Refused(reason(refused));
    } catch (IOException | Base64UrlException | RuntimeException unreadable) {
      return new Assertion.Refused("Not readable: " + reason(unreadable));
    }
  }

  private RelyingParty relyingParty(Optional<Passkey> passkey) {
    return RelyingParty.builder().identity(identity()).credentialRepository(new OnePasskey(passkey))
        .origins(Set.of(origin)).allowOriginPort(false).allowOriginSubdomain(false).allowUntrustedAttestation(true)
        .validateSignatureCounter(false).build();
  }

  private RelyingPartyIdentity identity() {
    return RelyingPartyIdentity.builder().id(domain).name(domain).build();
  }

  /** As the browser got them, as far as they matter for checking its answer. */
  private PublicKeyCredentialCreationOptions creationOf(LinkToken challenge) {
    return PublicKeyCredentialCreationOptions.builder().rp(identity())
        .user(UserIdentity.builder().name("").displayName("").id(new ByteArray(new byte[]{0})).build())
        .challenge(Bytes.of(challenge)).pubKeyCredParams(ALGORITHMS).build();
  }

  private AssertionRequest requestOf(LinkToken challenge, Passkey passkey) {
    return AssertionRequest.builder()
        .publicKeyCredentialRequestOptions(PublicKeyCredentialRequestOptions.builder().challenge(Bytes.of(challenge))
            .rpId(domain).userVerification(UserVerificationRequirement.PREFERRED).build())
        .userHandle(OnePasskey.handleOf(passkey)).build();
  }

  private static String reason(Exception exception) {
    String message = String.valueOf(exception.getMessage());
    return message.substring(0, Math.min(message.length(), 200));
  }
}
