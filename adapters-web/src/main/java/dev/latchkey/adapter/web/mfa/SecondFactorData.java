package dev.latchkey.adapter.web.mfa;

import dev.latchkey.application.mfa.ReadSecondFactor;

/**
 * Where an account stands with its second factor.
 *
 * @param demanded whether an organization of the person insists on one
 */
record SecondFactorData(boolean enrolled, boolean demanded, int recoveryCodesLeft) {
  static SecondFactorData of(ReadSecondFactor.SecondFactor found) {
    return new SecondFactorData(found.enrolled(), found.demanded(), found.recoveryCodesLeft());
  }
}
