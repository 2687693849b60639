package dev.latchkey.adapter.web.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON text in our own words: the parser's name Java classes and quote the text. */
final class BrokenJson {
  private BrokenJson() {}

  static Refused missing() {
    return refuse("", "", "REQUIRED", "Please send a JSON object.");
  }

  static Refused explain(JsonProcessingException broken) {
    if (broken instanceof UnrecognizedPropertyException unknown) {
      return refuse(field(unknown), pointer(unknown), "UNKNOWN", "This route doesn't know this member.");
    }
    if (broken.getCause() instanceof JsonParseException unreadable) {
      return explain(unreadable);
    }
    if (broken instanceof JsonMappingException mismatch && !mismatch.getPath().isEmpty()) {
      return refuse(field(mismatch), pointer(mismatch), "WRONG_TYPE", "The value is not of the type it must have.");
    }
    if (broken instanceof JsonMappingException) {
      return refuse("", "", "WRONG_TYPE", "Please send one JSON object and nothing else.");
    }
    return refuse("", "", "MALFORMED", "This is no JSON, or it holds a member twice"
        + (broken.getLocation() == null ? "." : ", at line " + broken.getLocation().getLineNr() + ", column "
            + broken.getLocation().getColumnNr() + "."));
  }

  private static Refused refuse(String field, String pointer, String code, String message) {
    return new Refused(Refusal.invalid(List.of(new FieldError(field, pointer, code, message))));
  }

  private static String field(JsonMappingException mismatch) {
    return mismatch.getPath().stream().map(BrokenJson::name).collect(Collectors.joining("."));
  }

  private static String pointer(JsonMappingException mismatch) {
    JsonPointer pointer = JsonPointer.empty();
    for (JsonMappingException.Reference step : mismatch.getPath()) {
      pointer = step.getFieldName() == null
          ? pointer.appendIndex(step.getIndex())
          : pointer.appendProperty(step.getFieldName());
    }
    return pointer.toString();
  }

  private static String name(JsonMappingException.Reference step) {
    return step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
  }
}
