package dev.latchkey.server.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Settings as they were written, turned into typed values. A bad one is noted and replaced by its default, so that one
 * reading finds every problem. Remembers which names it was asked for: whatever else is set is a typing error.
 */
final class Values {
  private final Map<String, String> written;
  private final Set<String> asked = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  Values(Map<String, String> written) {
    this.written = written;
  }

  Optional<String> text(String name) {
    asked.add(name);
    return Optional.ofNullable(written.get(name)).map(String::strip).filter(value -> !value.isEmpty());
  }

  String text(String name, String fallback) {
    return text(name).orElse(fallback);
  }

  Optional<Secret> secret(String name) {
    asked.add(name);
    return Optional.ofNullable(written.get(name)).filter(value -> !value.isEmpty()).map(Secret::new);
  }

  int number(String name, int fallback, int least, int most) {
    String expected = "a number from " + least + " to " + most;
    return parsed(name, fallback, expected, text -> {
      int number = Integer.parseInt(text);
      if (number < least || number > most) {
        throw new IllegalArgumentException(text);
      }
      return number;
    });
  }

  Duration duration(String name, Duration fallback) {
    return parsed(name, fallback, "a duration such as PT12H, P7D or PT90S", text -> {
      Duration duration = Duration.parse(text);
      if (!duration.isPositive()) {
        throw new IllegalArgumentException(text);
      }
      return duration;
    });
  }

  /** A duration, or {@code off}. */
  Optional<Duration> durationOrOff(String name, Duration fallback) {
    return text(name).filter("off"::equalsIgnoreCase).isPresent()
        ? Optional.empty()
        : Optional.of(duration(name, fallback));
  }

  <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
    List<String> choices = Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
    return parsed(name, fallback, "one of " + String.join(", ", choices),
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  /** A comma-separated list; empty if unset. */
  <T> List<T> list(String name, String expectedElement, Function<String, T> parser) {
    List<T> elements = new ArrayList<>();
    for (String element : text(name, "").split(",")) {
      if (!element.isBlank()) {
        convert(name, element.strip(), expectedElement, parser).ifPresent(elements::add);
      }
    }
    return List.copyOf(elements);
  }

  <T> T parsed(String name, T fallback, String expected, Function<String, T> parser) {
    return text(name).flatMap(text -> convert(name, text, expected, parser)).orElse(fallback);
  }

  private <T> Optional<T> convert(String name, String text, String expected, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      refuse(name, "is \"" + text + "\", but must be " + expected);
      return Optional.empty();
    }
  }

  void refuse(String name, String why) {
    problems.add(name + " " + why);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  List<String> neverAskedFor() {
    return written.keySet().stream().filter(name -> !asked.contains(name)).sorted().toList();
  }
}
