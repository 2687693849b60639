/**
 * What a request costs that does nothing but read one row: the yardstick of the session check. Deployed as an
 * application of its own in the server that is measured; never part of the product.
 */
@NullMarked
package dev.latchkey.server.bench.bare;

import org.jspecify.annotations.NullMarked;
