package dev.latchkey.application.account;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import java.util.Optional;

/** All accounts. A changed {@link User} is invisible until it is saved. */
public interface Users {
  Optional<User> find(UserId id);

  Optional<User> findByEmail(EmailAddress email);

  /** Adds an account; within a unit of work, a second one with the same address makes the work run again. */
  void add(User user);

  /** Saves a change; if somebody else saved in between or took the address, the unit of work runs again. */
  void save(User user);

  /**
   * Keeps everybody else who asks for this, who saves the account or who signs in to it for the first time waiting
   * until the running unit of work ends. What is read afterwards is what the one before has left.
   */
  void hold(UserId id);

  /** Takes an account away that is in no organization any more and that nothing else belongs to; its address is free. */
  void remove(UserId id);
}
