package dev.latchkey.adapter.web.answer;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Refusal} out of a route. It is no fault of the server, so it has no stack trace. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Refusal refusal;

  public Refused(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal != null ? refusal : Refusal.of(Code.INTERNAL_ERROR, "A refusal was lost on its way.");
  }
}
