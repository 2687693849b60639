/**
 * What every use case needs: a transaction, new ids, and the word for a part that is down.
 */
@NullMarked
package dev.latchkey.application;

import org.jspecify.annotations.NullMarked;
