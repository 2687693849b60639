package dev.latchkey.adapter.persistence.vault;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value stands. It is authenticated with the value, so that a value copied to another row or column is
 * refused there.
 */
public record RowIdentity(String table, String column, String id) {

  byte[] associatedData() {
    // Names and ids hold no slash, so no two places look alike.
    return (table + "/" + column + "/" + id).getBytes(StandardCharsets.UTF_8);
  }
}
