package dev.latchkey.adapter.persistence.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Map;

/** Seals what must not be readable in the database, each value for one row and column only. */
public final class SecretVault {
  private final Aead aead;

  public SecretVault(KeyRing keyRing) {
    aead = keyRing.aead();
  }

  public byte[] seal(RowIdentity place, byte[] secret) {
    try {
      return aead.encrypt(secret, place.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /** @throws Unreadable if it was changed, was sealed for another place, or its key is not in the ring */
  public byte[] open(RowIdentity place, byte[] sealed) {
    try {
      return aead.decrypt(sealed, place.associatedData());
    } catch (GeneralSecurityException e) {
      throw new Unreadable(place, e);
    }
  }

  public byte[] sealAll(RowIdentity place, Map<String, String> secrets) {
    return seal(place, NamedTexts.toBytes(secrets));
  }

  /** @throws Unreadable as {@link #open} */
  public Map<String, String> openAll(RowIdentity place, byte[] sealed) {
    return NamedTexts.fromBytes(open(place, sealed));
  }

  /** A sealed value that can't be opened where it stands. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(RowIdentity place, Throwable cause) {
      super("Can't open " + place + " with this key ring", cause);
    }
  }
}
