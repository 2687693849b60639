package dev.latchkey.domain.left.brokenonpurpose;

import dev.latchkey.domain.right.brokenonpurpose.Right;

/** One half of a circle. */
public record Left(Right right) {}
