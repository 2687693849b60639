package dev.latchkey.adapter.web.protect;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files that our jars offer to browsers, below {@code META-INF/resources} where the Servlet specification (§4.6)
 * wants them. Nothing else of the class path can be reached.
 */
final class Assets {
  private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=UTF-8", "js",
      "text/javascript;charset=UTF-8", "svg", "image/svg+xml", "woff2", "font/woff2");
  /** Each step begins with a letter, digit or underscore: there is no way up, and nothing hidden. */
  private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)+\\.([a-z0-9]+)");
  /** Pages use a few of them; somebody who asks for all must not fill the memory. */
  private static final int MOST_KEPT = 50;

  private final Map<String, Asset> kept = new ConcurrentHashMap<>();

  /** @param path as it was asked for, already decoded */
  Optional<Asset> find(String path) throws IOException {
    Asset known = kept.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Asset> found = load(path);
    if (kept.size() < MOST_KEPT) {
      found.ifPresent(asset -> kept.put(path, asset));
    }
    return found;
  }

  private static Optional<Asset> load(String path) throws IOException {
    var form = PATH.matcher(path);
    String type = form.matches() ? TYPES.get(form.group(1)) : null;
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources" + path)) {
      if (in == null) {
        return Optional.empty();
      }
      return Optional.of(new Asset(in.readAllBytes(), type));
    }
  }

  private static String etagOf(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** A file as it is sent; its tag changes with its content. */
  static final class Asset {
    private final byte[] bytes;
    private final String contentType;
    private final String etag;

    private Asset(byte[] bytes, String contentType) {
      this.bytes = bytes;
      this.contentType = contentType;
      this.etag = etagOf(bytes);
    }

    byte[] bytes() {
      return bytes;
    }

    String contentType() {
      return contentType;
    }

    String etag() {
      return etag;
    }
  }
}
