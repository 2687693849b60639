package dev.latchkey.adapter.idp.sso;

import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;

/** What a provider said or did is not good enough. Ends the work inside this package; the port answers with the problem. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final SsoFault fault;

  Refusal(SsoFault fault, String detail) {
    super(detail, null, false, false);
    this.fault = fault;
  }

  SsoFault fault() {
    return fault;
  }

  SsoProblem problem() {
    return new SsoProblem(fault, String.valueOf(getMessage()));
  }
}
