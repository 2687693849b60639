package dev.latchkey.server.bench.bare;

/** The row as it is answered. */
record BareRow(String id, String name) {}
