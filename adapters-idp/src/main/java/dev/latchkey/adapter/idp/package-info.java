/** What proves who someone is. One package per kind of proof below. */
@NullMarked
package dev.latchkey.adapter.idp;

import org.jspecify.annotations.NullMarked;
