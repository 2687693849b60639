/**
 * Mails as rows, sealed by {@code vault}, until they are sent.
 */
@NullMarked
package dev.latchkey.adapter.persistence.mail;

import org.jspecify.annotations.NullMarked;
