/**
 * What an organization demands of its members before it opens to them: reading it, changing it, and seeing beforehand
 * whom a change keeps out. Whether a session fulfils it is decided at the door, in {@code organization}.
 */
@NullMarked
package dev.latchkey.application.policy;

import org.jspecify.annotations.NullMarked;
