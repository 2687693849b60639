/**
 * Owns how pages are drawn and answered with. What a page shows is said in {@code page.view}, how it looks in the
 * compiled templates of {@code src/main/jte}; the resources that fill it lie with their features.
 */
@NullMarked
package dev.latchkey.adapter.web.page;

import org.jspecify.annotations.NullMarked;
