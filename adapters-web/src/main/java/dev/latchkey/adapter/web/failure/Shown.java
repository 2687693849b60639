package dev.latchkey.adapter.web.failure;

import java.util.Map;

/** A failure as it goes out, the same through servlets and through JAX-RS. No record, since those compare arrays wrongly. */
final class Shown {
  private final int status;
  private final Map<String, String> headers;
  private final String contentType;
  private final byte[] body;

  Shown(int status, Map<String, String> headers, String contentType, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.contentType = contentType;
    this.body = body;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  String contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }
}
