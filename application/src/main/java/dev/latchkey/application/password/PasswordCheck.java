package dev.latchkey.application.password;

import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges the password that somebody chooses for an account that is there already. */
public final class PasswordCheck {
  private final PasswordPolicy.Blocklist blocklist;
  private final Memberships memberships;

  public PasswordCheck(PasswordPolicy.Blocklist blocklist, Memberships memberships) {
    this.blocklist = blocklist;
    this.memberships = memberships;
  }

  /**
   * Why it can't be taken, if so.
   *
   * @param ownWords names and addresses of the person; those of the person's organizations are added
   */
  public Optional<PasswordPolicy.Rejection> check(Password password, UserId user, boolean mfaEnrolled,
      List<String> ownWords) {
    List<String> allWords = Stream.concat(ownWords.stream(),
        memberships.placesOf(user).stream().map(place -> place.organization().name().value())).toList();
    return PasswordPolicy.check(password, mfaEnrolled, allWords, blocklist);
  }
}
