package dev.latchkey.adapter.web.answer;

/** Carries a {@link Refusal} out of a route. It is no fault of the server, so it has no stack trace. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // Exceptions are serializable by heritage; nobody serializes this one.
  @SuppressWarnings("serial")
  private final Refusal refusal;

  public Refused(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
