/**
 * Domains that organizations claim as theirs: what a claim is, how it is proven in the DNS, and what a proof that is gone
 * still counts. Asking the DNS is the adapters' business; what follows for signing in is for whoever asks.
 */
@NullMarked
package dev.latchkey.domain.domainclaim;

import org.jspecify.annotations.NullMarked;
