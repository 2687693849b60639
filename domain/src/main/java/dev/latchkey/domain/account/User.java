package dev.latchkey.domain.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A person's account. It exists from the moment the address was proven, or an admin entered it by hand; what it may do
 * follows from memberships.
 *
 * @param password absent for people who only ever sign in through an identity provider
 * @param mfaEnrolled whether a second factor is asked for after every first one
 * @param version counts saves, so that two concurrent changes can't overwrite each other
 */
public record User(UserId id, EmailAddress email, PersonName name, Locale locale, Optional<PasswordHash> password,
    boolean mfaEnrolled, Instant createdAt, long version) {

  /** A new account with a password, for an address that has just been proven. */
  public static User withPassword(UserId id, EmailAddress email, PersonName name, Locale locale, PasswordHash password,
      Instant now) {
    return new User(id, email, name, locale, Optional.of(password), false, now, 0);
  }

  /** A new account that somebody else made: there is nothing yet by which its person could prove who they are. */
  public static User withoutCredential(UserId id, EmailAddress email, PersonName name, Locale locale, Instant now) {
    return new User(id, email, name, locale, Optional.empty(), false, now, 0);
  }

  /** The same password, hashed anew at a higher cost. */
  public User rehashed(PasswordHash stronger) {
    return new User(id, email, name, locale, Optional.of(stronger), mfaEnrolled, createdAt, version);
  }

  /** The account under another name and language. */
  public User presentedAs(PersonName newName, Locale newLocale) {
    return new User(id, email, newName, newLocale, password, mfaEnrolled, createdAt, version);
  }

  /** The account under another address, which has been proven. */
  public User movedTo(EmailAddress newEmail) {
    return new User(id, newEmail, name, locale, password, mfaEnrolled, createdAt, version);
  }

  /** The account with a password that replaces the one before; whoever has none gets none this way. */
  public User withNewPassword(PasswordHash replacement) {
    if (password.isEmpty()) {
      throw new IllegalStateException("An account without a password gets its first one elsewhere");
    }
    return rehashed(replacement);
  }

  /** The account of somebody who has just proven its address, which others had entered: it is theirs from now on. */
  public User claimed(PersonName ownName, Locale ownLocale, PasswordHash first) {
    return presentedAs(ownName, ownLocale).setUp(email, first);
  }

  /** The account with its first password, under an address that has just been proven. */
  public User setUp(EmailAddress proven, PasswordHash first) {
    return movedTo(proven).withFirstPassword(first);
  }

  /** The account with a password beside whatever else opens it; whoever has one has to know it to get another. */
  public User withFirstPassword(PasswordHash first) {
    if (password.isPresent()) {
      throw new IllegalStateException("An account gets its first password once");
    }
    return rehashed(first);
  }

  /** The account without its password: what is left opens it. */
  public User withoutPassword() {
    return new User(id, email, name, locale, Optional.empty(), mfaEnrolled, createdAt, version);
  }

  /** The account as one that is asked for a second factor, or no longer. */
  public User withMfa(boolean enrolled) {
    return new User(id, email, name, locale, password, enrolled, createdAt, version);
  }
}
