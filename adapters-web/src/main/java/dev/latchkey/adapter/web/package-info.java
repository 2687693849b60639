/** What every route shares: JSON, the answer envelope, errors, protection. Features live in the packages below. */
@NullMarked
package dev.latchkey.adapter.web;

import org.jspecify.annotations.NullMarked;
