/**
 * Pure decisions about what a session may do where, each with the chain of rules that led to it.
 */
@NullMarked
package dev.latchkey.domain.policy;

import org.jspecify.annotations.NullMarked;
