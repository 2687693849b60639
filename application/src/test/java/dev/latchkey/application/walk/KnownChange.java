package dev.latchkey.application.walk;

/**
 * A person on the way to another address.
 *
 * @param code that was mailed there, or would have been
 * @param taken whether somebody had the address when it was asked for
 */
record KnownChange(KnownSecret code, KnownAddress to, boolean taken) {}
