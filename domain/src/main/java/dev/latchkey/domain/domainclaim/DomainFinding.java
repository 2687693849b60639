package dev.latchkey.domain.domainclaim;

import java.util.List;

/** What an answer of the DNS says about a claim. */
public sealed interface DomainFinding {
  /** The record is there. */
  record Proven() implements DomainFinding {}

  /**
   * The record isn't there.
   *
   * @param seen what is there instead: at most {@value #MOST_SEEN} values, cut and without control characters
   */
  record Missed(Kind kind, List<String> seen) implements DomainFinding {
    private static final int MOST_SEEN = 10;
    private static final int LONGEST_SEEN = 200;

    public Missed {
      seen = seen.stream().limit(MOST_SEEN).map(Missed::shown).toList();
    }

    private static String shown(String value) {
      String plain = value.replaceAll("[^\\x20-\\x7e]", "?");
      return plain.length() <= LONGEST_SEEN ? plain : plain.substring(0, LONGEST_SEEN) + "...";
    }
  }

  /** Nothing follows from it. */
  record Unclear(String why) implements DomainFinding {}

  /** In which way a record isn't there. */
  enum Kind {
    /** There is no TXT record of that name. */
    NO_RECORD,
    /** There are others, none of them ours. */
    OTHER_VALUE,
    /** There is one of ours, made for another claim: an earlier one, or another organization's. */
    OTHER_CLAIM
  }

  static DomainFinding of(TxtRecord wanted, TxtAnswer answer) {
    return switch (answer) {
      case TxtAnswer.Records records -> of(wanted, records.values().stream().map(String::strip).toList());
      case TxtAnswer.None none -> new Unclear(none.why());
    };
  }

  private static DomainFinding of(TxtRecord wanted, List<String> values) {
    if (values.contains(wanted.value())) {
      return new Proven();
    }
    if (values.isEmpty()) {
      return new Missed(Kind.NO_RECORD, values);
    }
    boolean ours = values.stream().anyMatch(value -> value.startsWith(TxtRecord.MARK));
    return new Missed(ours ? Kind.OTHER_CLAIM : Kind.OTHER_VALUE, values);
  }
}
