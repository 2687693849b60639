package dev.latchkey.domain.right.brokenonpurpose;

import dev.latchkey.domain.left.brokenonpurpose.Left;

/** The other half of a circle. */
public record Right(Left left) {}
