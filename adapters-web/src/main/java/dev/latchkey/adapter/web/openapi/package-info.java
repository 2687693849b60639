/**
 * Serves the description of the API at {@code /openapi}. Each feature package describes its own routes in an
 * {@code openapi.yaml} among its resources; here these are joined with what the routes' annotations say, so that nothing
 * is written down twice. A route that nobody described, or a description without a route, makes no document.
 *
 * <p>How to describe a new route stands in {@code docs/describing-routes.md}.
 */
@NullMarked
package dev.latchkey.adapter.web.openapi;

import org.jspecify.annotations.NullMarked;
