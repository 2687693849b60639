package dev.latchkey.adapter.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * The one way in which JSON is read and written. Reading refuses unknown and duplicate members, text behind the object,
 * numbers where a string belongs and the other way round, and whatever is deeper or longer than any body of ours.
 */
public final class Json {
  private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder().maxNestingDepth(10)
      .maxStringLength(8_192).maxNameLength(100).maxNumberLength(30).build();

  private static final JsonMapper MAPPER = JsonMapper
      .builder(JsonFactory.builder().streamReadConstraints(LIMITS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // UTF-8 is what was announced; guessing others would let a body mean one thing to us and another to a proxy.
          .disable(JsonFactory.Feature.CHARSET_DETECTION).build())
      .addModule(new JavaTimeModule())
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
          DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .withCoercionConfig(LogicalType.Textual, config -> config
          .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
      .build();

  private static final ObjectWriter WRITER = MAPPER.writer();

  private Json() {}

  /** @throws IllegalStateException if the type can't be written, which is a mistake of ours */
  public static byte[] write(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not written as JSON: " + value.getClass(), e);
    }
  }

  /**
   * @throws dev.latchkey.adapter.web.answer.Refused if the body is not exactly one object of this type; whether its
   *     values are any good is not looked at
   */
  public static <T> T read(Class<T> type, byte[] body) throws IOException {
    try {
      T value = MAPPER.readValue(body, type);
      if (value == null) {
        throw BrokenJson.missing();
      }
      return value;
    } catch (JsonProcessingException e) {
      throw BrokenJson.explain(e);
    }
  }
}
