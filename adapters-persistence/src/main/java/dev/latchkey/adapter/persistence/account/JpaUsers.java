package dev.latchkey.adapter.persistence.account;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.JpaUnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import java.util.Optional;

/** {@link Users} in PostgreSQL. */
public final class JpaUsers implements Users {
  private final JpaUnitOfWork unitOfWork;

  public JpaUsers(JpaUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
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
}
