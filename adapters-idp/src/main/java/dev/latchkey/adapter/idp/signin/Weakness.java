package dev.latchkey.adapter.idp.signin;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.matchers.Match;
import java.util.Comparator;

/** What makes a password easy to guess, in words for the person who chose it. */
enum Weakness {
  COMMON("This is a common password, or close to one."), OWN_NAME(
      "This is mostly your own or your organization's name."), REPEATED(
          "This repeats one thing again and again."), SEQUENCE(
              "This only counts on or goes through the alphabet."), KEYBOARD(
                  "This follows the keys of the keyboard."), DATE("This is mostly a date.");

  private static final String ADVICE = " Please choose a few unrelated words in a row.";

  private final String what;

  Weakness(String what) {
    this.what = what;
  }

  /** By the longest part that follows a pattern. */
  static Weakness of(Strength strength) {
    return strength.getSequence().stream().filter(match -> match.pattern != Pattern.Bruteforce)
        .max(Comparator.comparingInt(Match::tokenLength)).map(Weakness::of).orElse(COMMON);
  }

  private static Weakness of(Match match) {
    return switch (match.pattern) {
      case Repeat -> REPEATED;
      case Sequence -> SEQUENCE;
      case Spatial -> KEYBOARD;
      case Date, Regex -> DATE;
      case Dictionary -> "user_inputs".equals(match.dictionaryName) ? OWN_NAME : COMMON;
      case Bruteforce -> COMMON;
    };
  }

  String sentence() {
    return what + ADVICE;
  }
}
