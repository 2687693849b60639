/**
 * Walks at random through sign-in, second factors, passwords, memberships and time, beside a model that is small enough
 * to be believed. After every step each session must be worth in each organization what the model says. A walk follows
 * from its seed, and one that fails is shortened to the steps that matter.
 */
@NullMarked
package dev.latchkey.application.walk;

import org.jspecify.annotations.NullMarked;
