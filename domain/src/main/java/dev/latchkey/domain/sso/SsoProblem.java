package dev.latchkey.domain.sso;

/**
 * Why a sign-in at a provider, or a look at its configuration, came to nothing.
 *
 * @param detail for the admin: what was seen and what was expected; never a secret, never for the person who signs in
 */
public record SsoProblem(SsoFault fault, String detail) {}
