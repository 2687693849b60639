/**
 * Sessions and known browsers as rows; the session check is here, in one statement.
 */
@NullMarked
package dev.latchkey.adapter.persistence.session;

import org.jspecify.annotations.NullMarked;
