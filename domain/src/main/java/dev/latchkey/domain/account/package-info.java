/**
 * Who a person is: the account behind one e-mail address. Membership is {@code organization}'s, sessions are {@code session}'s.
 */
@NullMarked
package dev.latchkey.domain.account;

import org.jspecify.annotations.NullMarked;
