package dev.latchkey.adapter.web.access;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.domain.policy.MfaState;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Objects;

/** Stands before a route that {@link NeedsSession}. */
final class SessionGate implements ContainerRequestFilter {
  private static final Refusal NOT_SIGNED_IN = Refusal.of(Code.UNAUTHENTICATED, "Please sign in.");
  private static final Refusal OWES_SECOND_FACTOR = Refusal
      .of(Code.MFA_REQUIRED, "Please show your second factor first.").redirectTo("/sign-in/mfa");

  private final Callers callers;
  private final boolean beforeSecondFactor;

  SessionGate(Callers callers, boolean beforeSecondFactor) {
    this.callers = callers;
    this.beforeSecondFactor = beforeSecondFactor;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    Visit visit = visit(context);
    LiveSession session = callers.find(visit).orElseThrow(() -> new Refused(NOT_SIGNED_IN));
    if (!beforeSecondFactor && MfaState.of(session.signedIn()) == MfaState.REQUIRED) {
      throw new Refused(OWES_SECOND_FACTOR);
    }
    visit.enter(session);
  }

  static Visit visit(ContainerRequestContext context) {
    return (Visit) Objects.requireNonNull(context.getProperty(Visit.ATTRIBUTE), "The outermost filter did not run");
  }
}
