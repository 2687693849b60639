package dev.latchkey.adapter.idp.passkey;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import dev.latchkey.domain.passkey.Passkey;
import java.util.Optional;
import java.util.Set;

/**
 * The library's view of what is registered: the one passkey that is looked at, or none. Who has which passkeys was
 * looked up before, in the transaction that also keeps what comes of it.
 */
record OnePasskey(Optional<Passkey> passkey) implements CredentialRepository {

  /** The user handle that was given to authenticators at registration. */
  static ByteArray handleOf(Passkey passkey) {
    return Bytes.ascii(passkey.user().value());
  }

  @Override
  public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
    return Set.of();
  }

  @Override
  public Optional<ByteArray> getUserHandleForUsername(String username) {
    return passkey.map(OnePasskey::handleOf).filter(handle -> handle.equals(Bytes.ascii(username)));
  }

  @Override
  public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
    return passkey.filter(it -> handleOf(it).equals(userHandle)).map(it -> it.user().value());
  }

  @Override
  public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
    return registered(credentialId).filter(credential -> credential.getUserHandle().equals(userHandle));
  }

  @Override
  public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
    return registered(credentialId).map(Set::of).orElse(Set.of());
  }

  private Optional<RegisteredCredential> registered(ByteArray credentialId) {
    return passkey.filter(it -> Bytes.of(it.credential().octets()).equals(credentialId))
        .map(it -> RegisteredCredential.builder().credentialId(credentialId).userHandle(handleOf(it))
            .publicKeyCose(Bytes.of(it.publicKey())).signatureCount(it.signatureCount()).build());
  }
}
