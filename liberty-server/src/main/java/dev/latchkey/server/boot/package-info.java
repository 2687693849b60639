/**
 * What {@code java -jar latchkey.jar} runs first: unpacks the server that the jar carries and hands over to the launcher
 * inside it. Knows no class outside the JDK.
 */
@NullMarked
package dev.latchkey.server.boot;

import org.jspecify.annotations.NullMarked;
