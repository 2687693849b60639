package dev.latchkey.application;

/** New identifiers: ULIDs, unique across nodes, later ones sorting behind earlier ones. */
@FunctionalInterface
public interface Ids {
  String next();
}
