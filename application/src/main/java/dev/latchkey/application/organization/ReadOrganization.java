package dev.latchkey.application.organization;

import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.AccessDecision;
import dev.latchkey.domain.policy.AccessDecision.Verdict;
import dev.latchkey.domain.policy.AccessPolicy;
import dev.latchkey.domain.session.SignedIn;

/** Shows a person one of their own organizations, if the session has proven enough for it. */
public final class ReadOrganization {

  public Outcome read(SignedIn signedIn, OrganizationId id) {
    return signedIn.place(id).map(place -> judge(place, AccessPolicy.decide(signedIn, place)))
        .orElseGet(Outcome.NotFound::new);
  }

  private static Outcome judge(SignedIn.Place place, AccessDecision decision) {
    if (decision.verdict() == Verdict.NOT_A_MEMBER) {
      return new Outcome.NotFound();
    }
    return decision.isAllowed() ? new Outcome.Found(place) : new Outcome.Refused(decision);
  }

  /** What came of it; what belongs to others is as good as absent. */
  public sealed interface Outcome {
    record Found(SignedIn.Place place) implements Outcome {}

    record Refused(AccessDecision decision) implements Outcome {}

    record NotFound() implements Outcome {}
  }
}
