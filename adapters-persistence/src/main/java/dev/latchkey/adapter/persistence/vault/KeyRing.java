package dev.latchkey.adapter.persistence.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The keys for secrets at rest: a Tink keyset in a file outside the database. The primary key encrypts, every key of
 * the ring decrypts, so keys are rotated by adding one, making it primary, and removing the old one when nothing
 * sealed with it is left.
 */
public final class KeyRing {
  private final KeysetHandle keys;

  KeyRing(KeysetHandle keys) {
    this.keys = keys;
  }

  /** @throws Unusable if the file is missing, unreadable, or no key ring */
  public static KeyRing open(Path file) {
    try {
      return new KeyRing(TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), AeadConfig2026.get(),
          InsecureSecretKeyAccess.get()));
    } catch (IOException e) {
      throw new Unusable("The key ring " + file + " can't be read", e);
    } catch (GeneralSecurityException e) {
      throw new Unusable("The file " + file + " is no key ring", e);
    }
  }

  /**
   * Opens a key ring, or makes one with a new key if there is no file yet, readable by its owner only. Several nodes
   * may do so at once: all end up with the same ring.
   *
   * @throws Unusable if the file can't be read or made, or is no key ring
   */
  public static KeyRing openOrCreate(Path file) {
    if (Files.notExists(file)) {
      try {
        PrivateFile.createUnlessThere(file, TinkJsonProtoKeysetFormat.serializeKeyset(fresh().keys,
            AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
      } catch (IOException | GeneralSecurityException e) {
        throw new Unusable("The key ring " + file + " can't be made", e);
      }
    }
    return open(file);
  }

  /** A ring with one new key that is kept nowhere: what is sealed with it is lost with this process. */
  public static KeyRing fresh() {
    try {
      return new KeyRing(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    } catch (GeneralSecurityException e) {
      throw new Unusable("No key could be made", e);
    }
  }

  Aead aead() {
    try {
      return keys.getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new Unusable("The key ring holds keys of a wrong kind", e);
    }
  }

  /** Says which file and what is wrong with it, never a key. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
