/**
 * Who is signed in, and signing out: the routes below {@code /api/auth} and the signed-in home.
 */
@NullMarked
package dev.latchkey.adapter.web.session;

import org.jspecify.annotations.NullMarked;
