package dev.latchkey.adapter.persistence.account;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.JpaUnitOfWork;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.account.Users;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import java.util.Optional;

/** {@link Users} in PostgreSQL. */
public final class JpaUsers implements Users {
  private final JpaUnitOfWork unitOfWork;
  private final Sql sql;

  public JpaUsers(JpaUnitOfWork unitOfWork, Sql sql) {
    this.unitOfWork = unitOfWork;
    this.sql = sql;
  }

  @Override
  public Optional<User> find(UserId id) {
    return unitOfWork.read(entities -> Optional.ofNullable(entities.find(UserEntity.class, id.value())))
        .map(UserEntity::toDomain);
  }

  @Override
  public Optional<User> findByEmail(EmailAddress email) {
    return unitOfWork.read(entities -> entities
        .createQuery("select u from UserEntity u where u.email = :email", UserEntity.class)
        .setParameter("email", email.value()).getResultStream().findFirst()).map(UserEntity::toDomain);
  }

  @Override
  public void add(User user) {
    unitOfWork.write(entities -> entities.persist(UserEntity.from(user)));
  }

  @Override
  public void save(User user) {
    unitOfWork.write(entities -> Optional.ofNullable(entities.find(UserEntity.class, user.id().value()))
        .orElseThrow(() -> new Conflict("The account is gone")).update(user));
  }

  @Override
  public void hold(UserId id) {
    // The weaker lock of the two lets rows that refer to the account be written meanwhile.
    sql.first("SELECT id FROM user_account WHERE id = ? FOR NO KEY UPDATE", row -> row.text("id"), id.value());
  }

  @Override
  public void remove(UserId id) {
    // At once and not when the unit ends: the address may be taken by another row in it.
    sql.change("DELETE FROM user_account WHERE id = ?", id.value());
  }
}
