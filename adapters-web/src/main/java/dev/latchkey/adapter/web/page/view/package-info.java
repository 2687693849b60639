/**
 * Owns what pages show: one immutable record per page, filled by the page's resource, drawn by the template it names.
 * Free of frameworks, of domain types and of HTTP. Texts that depend on a decision arrive here already worded.
 */
@NullMarked
package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.NullMarked;
