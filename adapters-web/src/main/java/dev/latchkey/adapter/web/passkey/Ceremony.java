package dev.latchkey.adapter.web.passkey;

import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What both of WebAuthn's ceremonies write and read alike. */
final class Ceremony {
  private static final String TYPE = "public-key";

  private Ceremony() {}

  static String challenge(LinkToken token) {
    return octets(token.value()).base64Url();
  }

  static String userHandle(UserId user) {
    return octets(user.value()).base64Url();
  }

  /** The credential that an answer names, in all three members that do. */
  static CredentialId credential(@Nullable String id, @Nullable String rawId, @Nullable String type) {
    CredentialId credential = member("/id", id, CredentialId::parse);
    if (!credential.base64Url().equals(rawId)) {
      throw wrong("/rawId", "MISMATCH", "This has to be the same as id.");
    }
    if (!TYPE.equals(type)) {
      throw wrong("/type", "UNSUPPORTED", "This has to be public-key.");
    }
    return credential;
  }

  /**
   * A member that has to be there.
   *
   * @param pointer where it stands (RFC 6901)
   */
  static <T> T member(String pointer, @Nullable String value, Function<String, T> parser) {
    if (value == null) {
      throw wrong(pointer, "REQUIRED", "Please send what the browser's toJSON() gives.");
    }
    try {
      return parser.apply(value);
    } catch (InvalidValue invalid) {
      throw wrong(pointer, invalid.code(), invalid.reason());
    }
  }

  static Refused wrong(String pointer, String code, String message) {
    return new Refused(Refusal.invalid(List.of(
        new FieldError(pointer.substring(1).replace('/', '.'), pointer, code, message))));
  }

  private static Octets octets(String ascii) {
    return Octets.of(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
