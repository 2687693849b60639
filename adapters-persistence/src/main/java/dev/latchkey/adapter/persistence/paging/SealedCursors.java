package dev.latchkey.adapter.persistence.paging;

import dev.latchkey.adapter.persistence.vault.RowIdentity;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.application.paging.Cursors;
import dev.latchkey.domain.session.TokenHash;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** {@link Cursors} sealed with the key ring, so that they are good on every node and nothing has to be kept. */
public final class SealedCursors implements Cursors {
  private final SecretVault vault;

  public SealedCursors(SecretVault vault) {
    this.vault = vault;
  }

  @Override
  public String seal(String list, String position) {
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString(vault.seal(place(list), position.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Optional<String> open(String list, String cursor) {
    try {
      byte[] sealed = Base64.getUrlDecoder().decode(cursor);
      return Optional.of(new String(vault.open(place(list), sealed), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | SecretVault.Unreadable e) {
      return Optional.empty();
    }
  }

  /** Hashed, because a filter may hold what must not stand in a row's identity. */
  private static RowIdentity place(String list) {
    return new RowIdentity("cursor", "position", TokenHash.of(list).hex());
  }
}
