/**
 * Routes and pages for API keys. Who comes in with one is found out by {@code access}.
 */
@NullMarked
package dev.latchkey.adapter.web.apikey;

import org.jspecify.annotations.NullMarked;
