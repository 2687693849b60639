/** Requests and answers for tests, as a servlet container would make them. */
@NullMarked
package dev.latchkey.adapter.web.fake;

import org.jspecify.annotations.NullMarked;
