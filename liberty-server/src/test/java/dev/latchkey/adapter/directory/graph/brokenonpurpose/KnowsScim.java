package dev.latchkey.adapter.directory.graph.brokenonpurpose;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.adapter.directory.scim.brokenonpurpose.KnowsGraph;

/** Knows its neighbour, and a library that nobody allowed. */
public record KnowsScim(KnowsGraph neighbour, ObjectMapper library) {}
