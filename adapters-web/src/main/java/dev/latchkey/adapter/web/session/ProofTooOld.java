package dev.latchkey.adapter.web.session;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.request.ReturnTo;
import java.util.Optional;

/** The answers of sensitive changes to a session that has to show something again, and where people do so. */
public final class ProofTooOld {
  /** The page, to be led to with {@code returnTo}. */
  public static final String PATH = "/reauthenticate";
  private static final String WITH_PASSKEY = PATH + "?with=passkey";

  /** To a session that has shown nothing for a while. */
  public static final Refusal REFUSAL = Refusal
      .of(Code.REAUTHENTICATION_REQUIRED, "Please show again who you are; what you showed before is too old for this.")
      .redirectTo(PATH);
  /** Where a second factor is demanded, to a session that has not shown the passkey that stands for one. */
  public static final Refusal PASSKEY_OWED = Refusal
      .of(Code.MFA_REQUIRED, "An organization of yours insists on a second factor. Please show your passkey first.")
      .redirectTo(WITH_PASSKEY);

  private ProofTooOld() {}

  /** The path that leads there and then on to a page of ours. */
  public static String before(String page) {
    return ReturnTo.carry(PATH, Optional.of(page));
  }

  /** The same, where nothing but a passkey will do. */
  public static String withPasskeyBefore(String page) {
    return ReturnTo.carry(WITH_PASSKEY, Optional.of(page));
  }
}
