package dev.latchkey.domain.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a new password must be like: long, not guessed first, not made of the person's own names. No rules about kinds
 * of characters (NIST SP 800-63B-4 §3.1.1.2).
 */
public final class PasswordPolicy {
  public static final int SHORTEST_ALONE = 15;
  public static final int SHORTEST_WITH_MFA = 8;
  /** Shorter words of a name turn up by chance. */
  private static final int SHORTEST_WORD = 3;

  private PasswordPolicy() {}

  /** Why a password was refused; the text may be shown. */
  public record Rejection(String code, String message) {}

  /**
   * @param withMfa whether a second factor stands beside the password
   * @param ownWords names of the person and the organization, and the address
   * @param blocklist knows the passwords that attackers try first
   */
  public static Optional<Rejection> check(Password password, boolean withMfa, List<String> ownWords,
      Blocklist blocklist) {
    int shortest = withMfa ? SHORTEST_WITH_MFA : SHORTEST_ALONE;
    if (password.length() < shortest) {
      return Optional.of(new Rejection("TOO_SHORT",
          "Please use at least " + shortest + " characters. A few unrelated words in a row are easy to remember."));
    }
    return remainder(password.value(), ownWords) < shortest / 2
        ? Optional.of(new Rejection("OWN_NAME", "This is mostly your own or your organization's name. "
            + "Please choose something that others can't guess."))
        : blocklist.reasonAgainst(password, ownWords).map(reason -> new Rejection("TOO_COMMON", reason));
  }

  /** How many characters are left when the person's own words are taken out. */
  private static int remainder(String password, List<String> ownWords) {
    String rest = password.toLowerCase(Locale.ROOT);
    for (String words : ownWords) {
      for (String word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
        if (word.codePointCount(0, word.length()) >= SHORTEST_WORD) {
          rest = rest.replace(word, "");
        }
      }
    }
    return rest.codePointCount(0, rest.length());
  }

  /** Common and breached passwords. */
  @FunctionalInterface
  public interface Blocklist {
    /** @return a sentence for the person if the password is among those tried first */
    Optional<String> reasonAgainst(Password password, List<String> ownWords);
  }
}
