package dev.latchkey.adapter.web.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.adapter.web.json.Json;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The document as it is sent. Nobody may ever ask for it, so it is made when somebody does, and kept then. */
public final class OpenApiDocument {
  private final Supplier<ObjectNode> description;
  private volatile @Nullable Forms forms;

  /** @param description is asked once, at the first request */
  public OpenApiDocument(Supplier<ObjectNode> description) {
    this.description = description;
  }

  String json() {
    return forms().json();
  }

  String yaml() {
    return forms().yaml();
  }

  /** Changes with the content of the form that it is of. */
  static EntityTag tagOf(String form) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
      return new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private Forms forms() {
    Forms made = forms;
    if (made == null) {
      ObjectNode document = description.get();
      made = new Forms(new String(Json.write(document), StandardCharsets.UTF_8), Texts.yaml(document));
      forms = made;
    }
    return made;
  }

  private record Forms(String json, String yaml) {}
}
