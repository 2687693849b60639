package dev.latchkey.application.walk;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One step of a walk. Its numbers pick among whatever is there when it is taken, so that a walk still makes sense when
 * other steps before it are left out.
 */
record Step(Kind kind, int one, int other, int way) {
  /** What can happen. */
  enum Kind {
    SIGN_IN, SHOW_SECOND_FACTOR, ENROL, REMOVE_SECOND_FACTOR, RENEW_RECOVERY_CODES, REAUTHENTICATE, CHANGE_PASSWORD, FORGET_PASSWORD, RESET_PASSWORD, ASK_FOR_LINK, OPEN_LINK, BEGIN_CHANGE_OF_ADDRESS, CONFIRM_CHANGE_OF_ADDRESS, SIGN_OUT, END_OTHER_SESSIONS, CHANGE_STATUS, CHANGE_ROLE, REMOVE_MEMBER, JOIN, CHANGE_DEMANDS, CHANGE_PROVIDER, VOUCH, GIVE_BREAK_GLASS, WAIT
  }

  /** What happens most. */
  private static final List<Kind> OFTEN = List.of(Kind.SIGN_IN, Kind.SIGN_IN, Kind.SIGN_IN, Kind.SHOW_SECOND_FACTOR,
      Kind.SHOW_SECOND_FACTOR, Kind.SHOW_SECOND_FACTOR, Kind.ENROL, Kind.RESET_PASSWORD, Kind.OPEN_LINK,
      Kind.CONFIRM_CHANGE_OF_ADDRESS,
      Kind.CONFIRM_CHANGE_OF_ADDRESS, Kind.VOUCH,
      Kind.VOUCH, Kind.CHANGE_DEMANDS, Kind.WAIT,
      Kind.WAIT);
  private static final List<Kind> DIE = Stream.concat(Stream.of(Kind.values()), OFTEN.stream()).toList();

  static List<Step> random(RandomGenerator random, int steps) {
    return Stream.generate(() -> new Step(DIE.get(random.nextInt(DIE.size())), random.nextInt(1000),
        random.nextInt(1000), random.nextInt(1000))).limit(steps).toList();
  }

  /** Whether one of two things happens that are equally likely. */
  boolean coin() {
    return way % 2 == 0;
  }

  <T> T oneOf(List<T> all) {
    return all.get(one % all.size());
  }

  <T> T otherOf(List<T> all) {
    return all.get(other % all.size());
  }
}
