package dev.latchkey.adapter.persistence.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys for secrets at rest: a Tink keyset in a file outside the database. The primary key encrypts, every key of
 * the ring decrypts. A key is rotated out in steps between which all nodes take over the file: the next key is added,
 * then made primary, and the former ones are dropped when nothing sealed with them is left.
 */
public final class KeyRing {
  /** A version and the key's id (Tink's wire format). */
  private static final int PREFIX_BYTES = 5;

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
        PrivateFile.createUnlessThere(file, fresh().json());
      } catch (IOException e) {
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

  /** The ring with a further key, which only decrypts for now. @throws Unusable if there is one already */
  public KeyRing withNextKey() {
    if (hasNextKey()) {
      throw new Unusable("There is a next key already, which is not primary yet");
    }
    return new KeyRing(build(KeysetHandle.newBuilder(keys).addEntry(KeysetHandle.importKey(newKey()))));
  }

  /** The ring with the newest key as its primary one; without a next key there is a new one. */
  public KeyRing rotated() {
    KeysetHandle.Builder ring =
        KeysetHandle.newBuilder(hasNextKey() ? keys : withNextKey().keys);
    ring.getAt(ring.size() - 1).makePrimary();
    return new KeyRing(build(ring));
  }

  /** The ring with its primary key alone: what others have sealed is lost. */
  public KeyRing withPrimaryKeyOnly() {
    KeysetHandle.Builder ring = KeysetHandle.newBuilder(keys);
    for (int i = ring.size() - 1; i >= 0; i--) {
      if (!ring.getAt(i).isPrimary()) {
        ring.deleteAt(i);
      }
    }
    return new KeyRing(build(ring));
  }

  /** Whether the newest key only decrypts. */
  public boolean hasNextKey() {
    return !keys.getAt(keys.size() - 1).isPrimary();
  }

  /** How many keys there are. */
  public int size() {
    return keys.size();
  }

  /** With what everything begins that other keys than the primary one have sealed. */
  public List<byte[]> prefixesOfOthers() {
    return IntStream.range(0, keys.size()).mapToObj(keys::getAt).filter(entry -> !entry.isPrimary())
        .map(KeyRing::prefix).toList();
  }

  /** With what everything begins that the primary key has sealed. */
  public byte[] prefixOfPrimary() {
    return prefix(keys.getPrimary());
  }

  private static byte[] prefix(KeysetHandle.Entry entry) {
    return ByteBuffer.allocate(PREFIX_BYTES).put((byte) 1).putInt(entry.getId()).array();
  }

  /** Puts the ring in place of the one in the file, all of it or nothing. @throws Unusable if that is not possible */
  public void replace(Path file) {
    try {
      PrivateFile.replace(file, json());
    } catch (IOException e) {
      throw new Unusable("The key ring " + file + " can't be written", e);
    }
  }

  private String json() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new Unusable("The keys can't be written down", e);
    }
  }

  private static Key newKey() {
    return fresh().keys.getPrimary().getKey();
  }

  private static KeysetHandle build(KeysetHandle.Builder ring) {
    try {
      return ring.build();
    } catch (GeneralSecurityException e) {
      throw new Unusable("No key ring could be made", e);
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

    Unusable(String message) {
      super(message);
    }

    Unusable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
