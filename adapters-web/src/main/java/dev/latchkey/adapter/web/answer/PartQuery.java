package dev.latchkey.adapter.web.answer;

import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.domain.InvalidValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gives lists out in parts, as the query parameters {@code limit} and {@code cursor} ask for. */
public final class PartQuery {
  private PartQuery() {}

  /** @throws Refused if a parameter is wrong, be it found here or by the list itself */
  public static <T> T answer(HttpServletRequest request, Function<PartRequest, T> list) {
    try {
      return list.apply(PartRequest.parse(Optional.ofNullable(request.getParameter("limit")),
          Optional.ofNullable(request.getParameter("cursor"))));
    } catch (InvalidValue invalid) {
      throw new Refused(Refusal.invalid(List.of(FieldError.of(invalid.field(), invalid))));
    }
  }
}
