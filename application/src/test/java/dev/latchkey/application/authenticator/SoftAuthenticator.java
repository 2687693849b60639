package dev.latchkey.application.authenticator;

import dev.latchkey.application.passkey.AssertionAnswer;
import dev.latchkey.application.passkey.RegistrationAnswer;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;

/** One passkey on P-256, together with the browser in front of it (WebAuthn Level 3 §5.8.1, §6.1, §6.5). */
public final class SoftAuthenticator {
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int CREDENTIAL_INCLUDED = 0x40;

  private final KeyPair keys;
  private final byte[] credentialId = new byte[32];

  public SoftAuthenticator() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    new SecureRandom().nextBytes(credentialId);
  }

  /** The answer to creation options in which the challenge stands like this. */
  public RegistrationAnswer register(String challenge, Manner manner) {
    byte[] attested = Cbor.joined(authenticatorData(manner, CREDENTIAL_INCLUDED), new byte[16],
        ByteBuffer.allocate(2).putShort((short) credentialId.length).array(), credentialId, publicKey());
    byte[] attestation = Cbor.map(Cbor.text("fmt"), Cbor.text(manner.attestation()), Cbor.text("attStmt"), Cbor.map(),
        Cbor.text("authData"), Cbor.bytes(attested));
    return new RegistrationAnswer(credential(), clientData("webauthn.create", challenge, manner),
        Octets.of(attestation));
  }

  /** The answer to request options in which the challenge stands like this. */
  public AssertionAnswer sign(String challenge, Manner manner) {
    return sign("webauthn.get", challenge, manner);
  }

  /** @param type what the browser says that it is doing */
  public AssertionAnswer sign(String type, String challenge, Manner manner) {
    Octets clientData = clientData(type, challenge, manner);
    byte[] data = authenticatorData(manner, 0);
    return new AssertionAnswer(credential(), clientData, Octets.of(data),
        Octets.of(signature(Cbor.joined(data, sha256(clientData.bytes())))), Optional.empty());
  }

  public CredentialId credential() {
    return new CredentialId(Octets.of(credentialId));
  }

  private static Octets clientData(String type, String challenge, Manner manner) {
    return Octets.of("""
        {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, challenge,
        manner.origin()).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] authenticatorData(Manner manner, int more) {
    int flags = more | (manner.present() ? PRESENT : 0) | (manner.verified() ? VERIFIED : 0);
    return Cbor.joined(sha256(manner.domain().getBytes(StandardCharsets.UTF_8)), new byte[]{(byte) flags},
        ByteBuffer.allocate(4).putInt((int) manner.count()).array());
  }

  /** A COSE_Key: elliptic curve, ES256, P-256, x and y (RFC 9053 §7.1.1). */
  private byte[] publicKey() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    return Cbor.map(Cbor.integer(1), Cbor.integer(2), Cbor.integer(3), Cbor.integer(-7), Cbor.integer(-1),
        Cbor.integer(1), Cbor.integer(-2), Cbor.bytes(coordinate(point.getAffineX())), Cbor.integer(-3),
        Cbor.bytes(coordinate(point.getAffineY())));
  }

  private static byte[] coordinate(BigInteger value) {
    byte[] signed = value.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(signed.length, fixed.length);
    System.arraycopy(signed, signed.length - length, fixed, fixed.length - length, length);
    return fixed;
  }

  private byte[] signature(byte[] signed) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
