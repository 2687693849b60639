/**
 * Owns the pages people see: resources that answer with HTML, and the rendering of {@link Templates}. What a page shows
 * is said in {@code page.view}, how it looks in the compiled templates of {@code src/main/jte}.
 */
@NullMarked
package dev.latchkey.adapter.web.page;

import org.jspecify.annotations.NullMarked;
