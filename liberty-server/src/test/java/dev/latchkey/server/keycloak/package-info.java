/**
 * A real Keycloak as the identity provider of companies: started as a child process, filled and changed through its
 * admin API, used by tests and by the demo. The build unpacks it; where that hasn't happened, the tests that need it
 * are skipped, on a build server ({@code CI=true}) they fail.
 */
@NullMarked
package dev.latchkey.server.keycloak;

import org.jspecify.annotations.NullMarked;
