package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.mfa.RecoveryCode;
import dev.latchkey.domain.mfa.SecondFactorAnswer;
import dev.latchkey.domain.mfa.TotpCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a code of the app or a recovery code: exactly one of them, since of two it could not be said which one counts. */
final class SecondFactorInput {
  private SecondFactorInput() {}

  /** @param codeField what the code of the app is called here */
  static Optional<SecondFactorAnswer> parse(Fields fields, String codeField, @Nullable String code,
      @Nullable String recoveryCode) {
    if (code != null && recoveryCode != null) {
      return fields.required("recoveryCode", recoveryCode, typed -> {
        throw new InvalidValue("recoveryCode", "ONLY_ONE", "Please send either a code or a recovery code.");
      });
    }
    return recoveryCode != null
        ? fields.required("recoveryCode", recoveryCode,
            typed -> new SecondFactorAnswer.Recovery(RecoveryCode.parse(typed)))
        : fields.required(codeField, code, typed -> new SecondFactorAnswer.Totp(new TotpCode(typed)));
  }
}
