package dev.latchkey.domain.organization;

import dev.latchkey.domain.InvalidValue;
import java.util.Optional;

/**
 * Which members are wanted; what is absent narrows nothing.
 *
 * @param text part of a name or an address, in any letter case; empty for all
 * @param namesOnly whether {@code text} is looked for in names only, for those who may not know addresses
 */
public record MemberFilter(Optional<MembershipStatus> status, Optional<Role> role, Optional<MembershipSource> source,
    String text, boolean namesOnly) {
  public static final MemberFilter ALL =
      new MemberFilter(Optional.empty(), Optional.empty(), Optional.empty(), "", false);
  private static final int LONGEST_TEXT = 100;

  public MemberFilter {
    text = text.strip();
    if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
      throw new InvalidValue("text", "TOO_LONG", "Please search for at most " + LONGEST_TEXT + " characters.");
    }
    if (text.indexOf('\0') >= 0) {
      throw new InvalidValue("text", "FORBIDDEN_CHARACTER", "Please search for plain text.");
    }
  }

  /** Whether it asks for more than names. */
  public boolean looksBehindNames() {
    return status.isPresent() || role.isPresent() || source.isPresent();
  }

  /** What is left for those who may know names only: who is there now. */
  public MemberFilter byNameOnly() {
    return new MemberFilter(Optional.of(MembershipStatus.ACTIVE), Optional.empty(), Optional.empty(), text, true);
  }
}
