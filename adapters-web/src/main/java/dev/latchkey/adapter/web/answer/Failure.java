package dev.latchkey.adapter.web.answer;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of an answer that doesn't do what was asked.
 *
 * @param data {@code redirect} where a missing step can be done elsewhere, otherwise nothing
 */
@JsonPropertyOrder({"success", "status", "code", "message", "requestId", "data", "errors"})
public record Failure(boolean success, int status, String code, String message, String requestId,
    @Nullable Map<String, String> data, List<FieldError> errors) {

  public static Failure of(Refusal refusal, String requestId) {
    Code code = refusal.code();
    return new Failure(false, code.status(), code.name(), refusal.message(), requestId,
        refusal.redirect().map(path -> Map.of("redirect", path)).orElse(null), refusal.errors());
  }
}
