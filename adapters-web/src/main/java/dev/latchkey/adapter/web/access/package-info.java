/**
 * Owns who may call a route: every resource method says it with an annotation, and a method that doesn't say it stops
 * the server from starting. What a session may do inside an organization is decided by the use cases.
 */
@NullMarked
package dev.latchkey.adapter.web.access;

import org.jspecify.annotations.NullMarked;
