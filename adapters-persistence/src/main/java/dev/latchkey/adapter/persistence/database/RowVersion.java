package dev.latchkey.adapter.persistence.database;

/** EclipseLink numbers a row's states from 1, whatever an entity says when it is inserted; the domain from 0. */
public final class RowVersion {
  private RowVersion() {}

  public static long toDomain(long stored) {
    return stored - 1;
  }
}
