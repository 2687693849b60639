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
  private final KeyHolders keyHolders;
  private final NeedsSession need;

  SessionGate(Callers callers, KeyHolders keyHolders, NeedsSession need) {
    this.callers = callers;
    this.keyHolders = keyHolders;
    this.need = need;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    Visit visit = visit(context);
    if (need.orKey() && KeyHolders.isOne(visit)) {
      // Neither a second factor nor a fresh proof is asked of programs; the use case looks at scope and role.
      visit.enter(keyHolders.find(visit));
      return;
    }
    LiveSession session = callers.find(visit).orElseThrow(() -> new Refused(NOT_SIGNED_IN));
    if (!need.beforeSecondFactor() && MfaState.of(session.signedIn()) == MfaState.REQUIRED) {
      throw new Refused(OWES_SECOND_FACTOR);
    }
    visit.enter(session);
  }

  static Visit visit(ContainerRequestContext context) {
    return (Visit) Objects.requireNonNull(context.getProperty(Visit.ATTRIBUTE), "The outermost filter did not run");
  }
}
