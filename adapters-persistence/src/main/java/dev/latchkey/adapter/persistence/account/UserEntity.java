package dev.latchkey.adapter.persistence.account;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.RowVersion;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row of a {@link User}. */
@Entity
@Table(name = "user_account")
class UserEntity {
  @Id
  private String id;
  private String email;
  private String name;
  private String locale;
  @Column(name = "password_hash")
  private @Nullable String passwordHash;
  @Column(name = "mfa_enrolled")
  private boolean mfaEnrolled;
  @Column(name = "created_at")
  private Instant createdAt;
  @Version
  private long version;

  /** For JPA, which fills the fields afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected UserEntity() {}

  private UserEntity(User user) {
    id = user.id().value();
    email = user.email().value();
    name = user.name().value();
    locale = user.locale().toLanguageTag();
    passwordHash = user.password().map(PasswordHash::encoded).orElse(null);
    mfaEnrolled = user.mfaEnrolled();
    createdAt = user.createdAt().truncatedTo(ChronoUnit.MICROS);
  }

  static UserEntity from(User user) {
    return new UserEntity(user);
  }

  /** @throws Conflict if the row was saved since the user was read */
  void update(User user) {
    if (RowVersion.toDomain(version) != user.version()) {
      throw new Conflict("The account was saved in between");
    }
    email = user.email().value();
    name = user.name().value();
    locale = user.locale().toLanguageTag();
    passwordHash = user.password().map(PasswordHash::encoded).orElse(null);
    mfaEnrolled = user.mfaEnrolled();
  }

  User toDomain() {
    return new User(new UserId(id), new EmailAddress(email), new PersonName(name), Locale.forLanguageTag(locale),
        Optional.ofNullable(passwordHash).map(PasswordHash::new), mfaEnrolled, createdAt,
        RowVersion.toDomain(version));
  }
}
