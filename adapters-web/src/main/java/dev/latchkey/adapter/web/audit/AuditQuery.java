package dev.latchkey.adapter.web.audit;

import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.application.history.AuditFilter;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query parameters {@code from}, {@code to}, {@code actor}, {@code action} and {@code outcome}. */
final class AuditQuery {
  private final HttpServletRequest request;

  AuditQuery(HttpServletRequest request) {
    this.request = request;
  }

  /** What was typed; empty if nothing was. */
  String typed(String parameter) {
    String value = request.getParameter(parameter);
    return value == null ? "" : value.strip();
  }

  Parsed parse() {
    Fields fields = new Fields();
    Optional<Instant> from = read(fields, "from", text -> time("from", text, 0));
    Optional<Instant> to = read(fields, "to", text -> time("to", text, 1));
    Optional<AuditFilter.Actor> actor = read(fields, "actor", AuditFilter.Actor::parse);
    Optional<AuditAction> action = read(fields, "action", text -> constant("action", text, AuditAction.class));
    Optional<AuditOutcome> outcome = read(fields, "outcome", text -> constant("outcome", text, AuditOutcome.class));
    Optional<String> reference = read(fields, "reference", text -> text.toUpperCase(Locale.ROOT));
    List<FieldError> errors = new ArrayList<>(fields.errors());
    try {
      return new Parsed(new AuditFilter(from, to, actor, action, outcome, reference), errors);
    } catch (InvalidValue invalid) {
      errors.add(FieldError.of(invalid.field(), invalid));
      return new Parsed(AuditFilter.NONE, errors);
    }
  }

  private <T> Optional<T> read(Fields fields, String parameter, Function<String, T> parser) {
    return fields.optional(parameter, emptyToNull(typed(parameter)), parser);
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** @param daysLater added to a plain date, so that the last day is meant as a whole */
  private static Instant time(String field, String text, int daysLater) {
    try {
      return text.length() == "2026-11-21".length()
          ? LocalDate.parse(text).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidValue(field, "MALFORMED",
          "Please write a day such as 2026-11-21 or a time such as 2026-11-21T09:00:00Z.");
    }
  }

  private static <E extends Enum<E>> E constant(String field, String text, Class<E> type) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue(field, "UNKNOWN", "There is no such " + field + ".");
    }
  }

  /** @param errors what is wrong; the filter is not to be used then */
  record Parsed(AuditFilter filter, List<FieldError> errors) {}
}
