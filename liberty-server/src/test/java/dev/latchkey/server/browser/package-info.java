/**
 * What people see, tried in a real browser against the packaged server: Chromium without a window, where it and its
 * driver are on the {@code PATH}. Without them these tests are skipped, on a build server ({@code CI=true}) they fail.
 *
 * <p>Every page is photographed into {@code target/screenshots}, light and dark, wide and on a phone. Those that the
 * README shows are replaced by
 *
 * <pre>mvn verify -Dit.test=EveryPageIT -Dscreenshots.publish -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@NullMarked
package dev.latchkey.server.browser;

import org.jspecify.annotations.NullMarked;
