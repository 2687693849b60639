/**
 * Gets mails out of the outbox: by SMTP, or into the mailbox of a trial. What they say is written elsewhere.
 */
@NullMarked
package dev.latchkey.server.mail;

import org.jspecify.annotations.NullMarked;
