package dev.latchkey.adapter.web.member;

import dev.latchkey.domain.InvalidValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values of an enumeration as the API and forms spell them: in lower case. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Finds the value of a word. It throws {@link InvalidValue} for the field if there is none. */
  static <E extends Enum<E>> Function<String, E> parser(String field, Class<E> type) {
    return word -> Arrays.stream(type.getEnumConstants()).filter(value -> of(value).equals(word)).findFirst()
        .orElseThrow(() -> new InvalidValue(field, "UNKNOWN", "Please choose among: "
            + Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", ")) + "."));
  }
}
