/**
 * What the DNS says about domains that organizations claim, and which domains are nobody's own.
 */
@NullMarked
package dev.latchkey.adapter.directory.dns;

import org.jspecify.annotations.NullMarked;
