/**
 * The two faces of the use cases: routes for programs and pages for people. Here is only the list of what each has; what
 * all routes share lies in {@code request}, {@code answer}, {@code access}, {@code protect} and {@code failure}, the
 * features in packages of their names.
 */
@NullMarked
package dev.latchkey.adapter.web;

import org.jspecify.annotations.NullMarked;
