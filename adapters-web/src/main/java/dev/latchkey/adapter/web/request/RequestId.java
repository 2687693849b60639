package dev.latchkey.adapter.web.request;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The name of one request in answers, log lines and audit events: 16 letters and digits that can be read out on the
 * telephone. Always our own: one that came with the request could forge log lines or hide among others.
 */
final class RequestId {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;

  private RequestId() {}

  /** Need not be hard to guess, only unique: 80 bits. */
  static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    char[] id = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      id[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    }
    return new String(id);
  }
}
