package dev.latchkey.application.memory;

import dev.latchkey.application.passkey.AssertionAnswer;
import dev.latchkey.application.passkey.PasskeyCeremonies;
import dev.latchkey.application.passkey.RegistrationAnswer;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import dev.latchkey.domain.passkey.Passkey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An authenticator with one passkey, and how its answers are looked at. They say in plain text what real ones say in
 * CBOR, and are signed with the name of the credential.
 */
public final class FakeAuthenticator {
  private final String name;
  private final boolean verifies;
  private long count;

  /** @param verifies whether it makes sure that it is used by its owner */
  public FakeAuthenticator(String name, boolean verifies) {
    this.name = name;
    this.verifies = verifies;
  }

  public CredentialId credential() {
    return new CredentialId(octets(name));
  }

  public RegistrationAnswer register(LinkToken challenge) {
    return new RegistrationAnswer(credential(), octets(challenge.value()), octets(says(++count)));
  }

  public AssertionAnswer sign(LinkToken challenge) {
    return sign(challenge, ++count);
  }

  public AssertionAnswer sign(LinkToken challenge, long saidCount) {
    return new AssertionAnswer(credential(), octets(challenge.value()), octets(says(saidCount)), octets(name),
        Optional.empty());
  }

  /** The same answer with a signature that somebody else made. */
  public static AssertionAnswer forged(AssertionAnswer answer) {
    return new AssertionAnswer(answer.credential(), answer.clientData(), answer.authenticatorData(), octets("forged"),
        Optional.empty());
  }

  private String says(long saidCount) {
    return saidCount + "," + verifies;
  }

  private static Octets octets(String text) {
    return Octets.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(Octets octets) {
    return new String(octets.bytes(), StandardCharsets.US_ASCII);
  }

  /** Looks at the answers of such authenticators. */
  public static final class Ceremonies implements PasskeyCeremonies {
    @Override
    public Optional<LinkToken> challengeOf(Octets clientData) {
      try {
        return Optional.of(LinkToken.parse(text(clientData)));
      } catch (InvalidValue e) {
        return Optional.empty();
      }
    }

    @Override
    public Registration register(LinkToken challenge, RegistrationAnswer answer) {
      String[] said = text(answer.attestation()).split(",", -1);
      return new Registration.Believed(answer.credential(), answer.credential().octets(), Long.parseLong(said[0]),
          Boolean.parseBoolean(said[1]));
    }

    @Override
    public Assertion verify(LinkToken challenge, Passkey passkey, AssertionAnswer answer) {
      if (!answer.signature().equals(passkey.publicKey())) {
        return new Assertion.Refused("Signature wrong.");
      }
      String[] said = text(answer.authenticatorData()).split(",", -1);
      return new Assertion.Believed(Long.parseLong(said[0]), Boolean.parseBoolean(said[1]));
    }
  }
}
