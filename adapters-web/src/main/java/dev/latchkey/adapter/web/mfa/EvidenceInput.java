package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.application.mfa.Reauthenticate.Evidence;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.mfa.SecondFactorAnswer;
import dev.latchkey.domain.mfa.TotpCode;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.signin.Password;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what somebody shows again: a password or a code of the app, exactly one of them. */
final class EvidenceInput {
  private EvidenceInput() {}

  /** A code from a mail, by the challenge that it answers; one that is none of ours is as wrong as a wrong code. */
  static Optional<Evidence> parseMailed(Fields fields, String challenge, @Nullable String code) {
    return fields.required("code", code,
        typed -> new Evidence.ByMailedCode(parsed(challenge), MailedCode.parse(typed)));
  }

  private static SecretId parsed(String challenge) {
    try {
      return new SecretId(challenge);
    } catch (InvalidValue e) {
      throw new InvalidValue("code", "INVALID", "Please have a new code sent.");
    }
  }

  /** @param codeField what the code of the app is called here */
  static Optional<Evidence> parse(Fields fields, String codeField, @Nullable String code, @Nullable String password) {
    if (code != null && password != null) {
      return fields.required(codeField, code, typed -> {
        throw new InvalidValue(codeField, "ONLY_ONE", "Please send either a password or a code.");
      });
    }
    return code != null
        ? fields.required(codeField, code,
            typed -> new Evidence.BySecondFactor(new SecondFactorAnswer.Totp(new TotpCode(typed))))
        : fields.required("password", password, typed -> new Evidence.ByPassword(new Password(typed)));
  }
}
