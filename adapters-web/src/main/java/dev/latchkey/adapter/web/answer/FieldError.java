package dev.latchkey.adapter.web.answer;

import dev.latchkey.domain.InvalidValue;

/**
 * What is wrong with one field of a body.
 *
 * @param pointer to the field (RFC 6901); empty for the body as a whole
 * @param message for people, safe to show
 */
public record FieldError(String field, String pointer, String code, String message) {

  public static FieldError of(String field, String code, String message) {
    return new FieldError(field, "/" + field.replace("~", "~0").replace("/", "~1"), code, message);
  }

  /** @param field as this route calls it, which may be another name than the domain's */
  public static FieldError of(String field, InvalidValue invalid) {
    return of(field, invalid.code(), invalid.reason());
  }
}
