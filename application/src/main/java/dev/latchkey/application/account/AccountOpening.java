package dev.latchkey.application.account;

import dev.latchkey.application.Ids;
import dev.latchkey.application.session.LastSignIns;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives an address its account as soon as it is proven, inside the running unit of work: a new one, or the one that
 * others entered by hand and nobody has ever used. Such an account keeps no address from its owner.
 */
public final class AccountOpening {
  private final Users users;
  private final LastSignIns signIns;
  private final Ids ids;

  public AccountOpening(Users users, LastSignIns signIns, Ids ids) {
    this.users = users;
    this.signIns = signIns;
    this.ids = ids;
  }

  /** The address's account, if it is anybody's: it has something to sign in with, or somebody has signed in. */
  public Optional<User> inUse(EmailAddress email) {
    return users.findByEmail(email).filter(this::isUsed);
  }

  /** @return the account with its first password; empty if the address's account is in use */
  public Optional<User> open(EmailAddress proven, PersonName name, Locale locale, PasswordHash password, Instant now) {
    Optional<User> known = users.findByEmail(proven);
    if (known.isEmpty()) {
      User user = User.withPassword(new UserId(ids.next()), proven, name, locale, password, now);
      users.add(user);
      return Optional.of(user);
    }
    return known.filter(user -> !isUsed(user)).map(unused -> {
      users.save(unused.claimed(name, locale, password));
      return users.find(unused.id()).orElseThrow();
    });
  }

  /**
   * The same for who signs in at a provider that has proven the address.
   *
   * @return the account, without a password; empty if the address's account is in use
   */
  public Optional<User> open(EmailAddress proven, PersonName name, Locale locale, Instant now) {
    Optional<User> known = users.findByEmail(proven);
    if (known.isEmpty()) {
      User user = User.withoutCredential(new UserId(ids.next()), proven, name, locale, now);
      users.add(user);
      return Optional.of(user);
    }
    return known.filter(user -> !isUsed(user)).map(unused -> {
      users.save(unused.presentedAs(name, locale));
      return users.find(unused.id()).orElseThrow();
    });
  }

  private boolean isUsed(User user) {
    return user.password().isPresent() || user.mfaEnrolled() || signIns.any(user.id());
  }
}
