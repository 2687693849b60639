package dev.latchkey.adapter.directory.scim.brokenonpurpose;

import dev.latchkey.adapter.directory.graph.brokenonpurpose.KnowsScim;

/** Knows its neighbour. */
public record KnowsGraph(KnowsScim neighbour) {}
