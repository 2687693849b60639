/**
 * Lists that are given out in parts: how much is asked for, and where the next part begins.
 */
@NullMarked
package dev.latchkey.application.paging;

import org.jspecify.annotations.NullMarked;
