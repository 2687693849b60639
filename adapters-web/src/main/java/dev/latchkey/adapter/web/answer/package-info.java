/**
 * Owns the words in which routes answer: the JSON envelope, the stable codes, refusals and what is wrong with which
 * field. How a refusal is shown, as JSON or as a page, is {@code failure}'s.
 */
@NullMarked
package dev.latchkey.adapter.web.answer;

import org.jspecify.annotations.NullMarked;
