/**
 * Secrets that are used once: codes and links, bound to one purpose. How they are kept is the adapters' business.
 */
@NullMarked
package dev.latchkey.domain.onetime;

import org.jspecify.annotations.NullMarked;
