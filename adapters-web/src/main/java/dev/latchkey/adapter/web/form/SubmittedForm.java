package dev.latchkey.adapter.web.form;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page's form sent. Nothing in it is trusted: a browser sends what the page asks for, others send what they
 * like. A field that comes twice is refused, since it can't be said which one counts.
 */
public final class SubmittedForm {
  private static final int MOST_FIELDS = 50;

  private final Map<String, String> fields;

  private SubmittedForm(Map<String, String> fields) {
    this.fields = fields;
  }

  /** @throws Refused if it is no form in UTF-8 (WHATWG URL §5.1), or a field comes twice */
  public static SubmittedForm parse(byte[] body) {
    Map<String, String> fields = new HashMap<>();
    String[] pairs = text(body).split("&");
    if (pairs.length > MOST_FIELDS) {
      throw broken();
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty() && fields.put(decode(equals < 0 ? pair : pair.substring(0, equals)),
          equals < 0 ? "" : decode(pair.substring(equals + 1))) != null) {
        throw broken();
      }
    }
    return new SubmittedForm(fields);
  }

  /** What was typed; empty if the field was not sent. */
  public String typed(String field) {
    return fields.getOrDefault(field, "");
  }

  /** What was typed; null if nothing was, since a browser sends the empty fields too. */
  public @Nullable String filled(String field) {
    String typed = typed(field);
    return typed.isBlank() ? null : typed;
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw broken();
    }
  }

  private static String decode(String encoded) {
    try {
      String decoded = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      if (decoded.indexOf('\ufffd') >= 0) {
        // Bytes that are no UTF-8 were replaced: two different inputs must not become one.
        throw broken();
      }
      return decoded;
    } catch (IllegalArgumentException e) {
      throw broken();
    }
  }

  private static Refused broken() {
    return new Refused(Refusal.of(Code.BAD_REQUEST, "This is not what a form of ours sends."));
  }
}
