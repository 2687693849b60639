package dev.latchkey.adapter.web.answer;

import dev.latchkey.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parses the fields of one body, so that everything that is wrong with it can be told at once. */
public final class Fields {
  private final List<FieldError> errors = new ArrayList<>();

  /** @return the parsed value; absent if it is missing or wrong, which has been noted then */
  public <T> Optional<T> required(String field, @Nullable String value, Function<String, T> parser) {
    if (value == null) {
      errors.add(FieldError.of(field, "REQUIRED", "Please fill this in."));
      return Optional.empty();
    }
    return parse(field, value, parser);
  }

  /** @return the parsed value; absent if there is none, or if it is wrong, which has been noted then */
  public <T> Optional<T> optional(String field, @Nullable String value, Function<String, T> parser) {
    return value == null ? Optional.empty() : parse(field, value, parser);
  }

  /** @return the list made of all values; absent if one of them is missing or wrong, which has been noted then */
  public <T> Optional<T> all(String field, List<@Nullable String> values, Function<List<String>, T> parser) {
    List<String> present = values.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    try {
      if (present.size() < values.size()) {
        throw new InvalidValue(field, "WRONG_TYPE", "Please send a list of texts.");
      }
      return Optional.of(parser.apply(present));
    } catch (InvalidValue invalid) {
      errors.add(FieldError.of(field, invalid));
      return Optional.empty();
    }
  }

  /** Ends parsing. @throws Refused if any field was wrong, with all that were */
  public void check() {
    if (!errors.isEmpty()) {
      throw new Refused(Refusal.invalid(errors));
    }
  }

  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  private <T> Optional<T> parse(String field, String value, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(value));
    } catch (InvalidValue invalid) {
      errors.add(FieldError.of(field, invalid));
      return Optional.empty();
    }
  }
}
