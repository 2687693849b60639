/**
 * Addresses and networks of the Internet Protocol. Nothing here opens a connection or asks a name server.
 */
@NullMarked
package dev.latchkey.domain.network;

import org.jspecify.annotations.NullMarked;
