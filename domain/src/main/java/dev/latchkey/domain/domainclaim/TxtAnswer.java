package dev.latchkey.domain.domainclaim;

import java.util.List;

/** What the DNS answered when it was asked for the TXT records of a name. */
public sealed interface TxtAnswer {
  /**
   * @param values of all records, each with its strings joined (RFC 7208 §3.3); empty if there is no such name, or no such
   *        record
   */
  record Records(List<String> values) implements TxtAnswer {
    public Records {
      values = List.copyOf(values);
    }
  }

  /**
   * No word that could be believed, either way.
   *
   * @param why in a word or two, for people
   */
  record None(String why) implements TxtAnswer {}
}
