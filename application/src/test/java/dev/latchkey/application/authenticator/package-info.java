/**
 * An authenticator in software, for tests that want real signatures without a browser.
 */
@NullMarked
package dev.latchkey.application.authenticator;

import org.jspecify.annotations.NullMarked;
