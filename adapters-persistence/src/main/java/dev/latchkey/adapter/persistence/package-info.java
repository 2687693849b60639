/** What every stored feature shares: unit of work and connections. Features live in the packages below. */
@NullMarked
package dev.latchkey.adapter.persistence;

import org.jspecify.annotations.NullMarked;
