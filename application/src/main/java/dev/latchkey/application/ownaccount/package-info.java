/**
 * What people see and change of their own account in a session: where they are signed in, and what they are called. How far
 * a session reaches that only an organization's identity provider vouches for is {@code policy}'s in the domain; passwords,
 * second factors and the address have packages of their own.
 */
@NullMarked
package dev.latchkey.application.ownaccount;

import org.jspecify.annotations.NullMarked;
