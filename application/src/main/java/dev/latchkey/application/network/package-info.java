/** Calls to servers that customers named; what is said there is others' business. */
@NullMarked
package dev.latchkey.application.network;

import org.jspecify.annotations.NullMarked;
