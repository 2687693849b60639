package dev.latchkey.adapter.web.openapi;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latchkey.adapter.web.answer.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Reads what was written about the API by hand. A word that nobody knows is a mistake, and so is one said twice. */
final class Texts {
  private static final YAMLMapper YAML = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
      .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
      .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS).build();

  private Texts() {}

  /** @throws IllegalStateException if the feature that a route belongs to describes none */
  static FeatureText of(Class<?> resource) {
    return read(resource, "openapi.yaml", new TypeReference<>() {});
  }

  /** What holds for all features: the document without any route. */
  static ObjectNode frame() {
    return read(Texts.class, "frame.yaml", new TypeReference<>() {});
  }

  /** An example for every code. */
  static Map<Code, RefusalText> refusals() {
    return read(Texts.class, "refusals.yaml", new TypeReference<>() {});
  }

  static String yaml(ObjectNode document) {
    try {
      return YAML.writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(Class<?> neighbour, String name, TypeReference<T> type) {
    try (InputStream text = neighbour.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException(neighbour.getPackageName() + " has no " + name);
      }
      return YAML.readValue(text, type);
    } catch (IOException e) {
      throw new IllegalStateException(name + " of " + neighbour.getPackageName() + " can't be read", e);
    }
  }
}
