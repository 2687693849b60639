package dev.latchkey.adapter.web.answer;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The envelope of an answer that does what was asked. */
@JsonPropertyOrder({"success", "status", "code", "message", "data"})
public record Success(boolean success, int status, String code, String message, @Nullable Object data) {

  public static Response ok(String message, Object data) {
    return answer(200, message, data).build();
  }

  /** Begun but not done: the rest comes by e-mail. */
  public static Response accepted(String message, Object data) {
    return answer(202, message, data).build();
  }

  /** Done, and there is nothing to tell but that. */
  public static Response done(String message) {
    return answer(200, message, null).build();
  }

  /** An answer to which headers can be added. */
  public static Response.ResponseBuilder answer(int status, String message, @Nullable Object data) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new Success(true, status, Code.OK.name(), message, data));
  }
}
