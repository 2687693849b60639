package dev.latchkey.adapter.idp.signin;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses what attackers try first, by zxcvbn's lists of breached passwords, names and words and its patterns.
 *
 * <p>The limit is ten thousand million guesses. At 600,000 iterations one graphics card makes some 15,000 guesses a
 * second, so what is let through would outlast a week of it even after the database was stolen; guessing online is
 * stopped much earlier anyway.
 */
public final class ZxcvbnBlocklist implements PasswordPolicy.Blocklist {
  private static final double ENOUGH_GUESSES = 1e10;
  /** Estimating takes seconds on long texts made for that purpose. */
  private static final int LONGEST_PART = 40;

  private final Zxcvbn zxcvbn = new Zxcvbn();
  private final Turnstile turnstile;

  /** @param turnstile the one that password hashing goes through: an estimate may cost as much */
  public ZxcvbnBlocklist(Turnstile turnstile) {
    this.turnstile = turnstile;
  }

  @Override
  public Optional<String> reasonAgainst(Password password, List<String> ownWords) {
    List<String> ownInputs = ownWords.stream()
        .flatMap(words -> Stream.concat(Stream.of(words), Stream.of(words.split("[^\\p{L}\\p{N}]+"))))
        .filter(word -> !word.isBlank()).distinct().toList();
    return turnstile.pass(() -> reason(password.value(), ownInputs));
  }

  /** A long password is as hard to guess as its harder end, at least. */
  private Optional<String> reason(String password, List<String> ownInputs) {
    Strength head = zxcvbn.measure(password.substring(0, Math.min(LONGEST_PART, password.length())), ownInputs);
    if (isEnough(head)) {
      return Optional.empty();
    }
    Strength tail = zxcvbn.measure(password.substring(Math.max(0, password.length() - LONGEST_PART)), ownInputs);
    return isEnough(tail) ? Optional.empty() : Optional.of(Weakness.of(head).sentence());
  }

  private static boolean isEnough(Strength strength) {
    return strength.getGuesses() >= ENOUGH_GUESSES;
  }
}
