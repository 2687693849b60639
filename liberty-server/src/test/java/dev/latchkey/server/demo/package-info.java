/**
 * What {@code mvn -Pdemo} starts: Latchkey, a Keycloak as the identity provider of a company, and the name server of the
 * company's domain. All is set up through the public API, the way an owner would; nothing in the product knows of it.
 */
@NullMarked
package dev.latchkey.server.demo;

import org.jspecify.annotations.NullMarked;
