/**
 * Reads what a page's form sends, as strictly as JSON is read.
 */
@NullMarked
package dev.latchkey.adapter.web.form;

import org.jspecify.annotations.NullMarked;
