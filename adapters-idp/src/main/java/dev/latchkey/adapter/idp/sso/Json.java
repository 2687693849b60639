package dev.latchkey.adapter.idp.sso;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object of a provider: of any depth only up to a limit, and with members of the wrong type taken for absent. */
record Json(Map<String, Object> members) {
  private static final int DEEPEST = 32;

  /** Empty if it is no JSON object, or too deep to be one of a well-meaning provider. */
  static Optional<Json> parse(String text) {
    if (depth(text) > DEEPEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Json(JSONObjectUtils.parse(text)));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  Optional<String> text(String name) {
    return members.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }

  Optional<URI> uri(String name) {
    try {
      Optional<String> text = text(name);
      return text.isPresent() ? Optional.of(new URI(text.get())) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Empty if it is absent or no list; what is in it and no text is left out. */
  Optional<List<String>> texts(String name) {
    return members.get(name) instanceof List<?> list
        ? Optional.of(list.stream().filter(String.class::isInstance).map(String.class::cast).toList())
        : Optional.empty();
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  /** Without building anything: a parser would overflow its stack on what this only counts. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return deepest;
  }
}
