package dev.latchkey.domain.policy;

import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.util.Optional;

/** The answer to whether somebody may do one thing in one organization. */
public sealed interface Admission {
  /** @param place the organization, and the membership by which it is open */
  record Admitted(SignedIn.Place place) implements Admission {}

  record Denied(Denial denial) implements Admission {}

  /**
   * Judges one wish, in this order: membership, the proofs that the organization demands, the role, the scopes of a key,
   * and last whether a session has shown lately who it is.
   *
   * @param place the organization as it is now and the actor's membership there; empty if there is none
   */
  static Admission decide(Actor actor, Optional<SignedIn.Place> place, Permission permission, Instant now) {
    return place.flatMap(open -> denial(actor, open, permission, now)).map(Admission::denied)
        .orElseGet(() -> place.<Admission>map(Admitted::new).orElseGet(() -> denied(new Denial.NotFound())));
  }

  private static Admission denied(Denial denial) {
    return new Denied(denial);
  }

  private static Optional<Denial> denial(Actor actor, SignedIn.Place place, Permission permission, Instant now) {
    Optional<Denial> atTheDoor = switch (actor) {
      case Actor.InSession session -> atTheDoor(session.signedIn(), place);
      case Actor.WithKey key -> atTheDoor(key, place);
    };
    return atTheDoor.or(() -> inside(actor, place, permission, now));
  }

  private static Optional<Denial> atTheDoor(SignedIn signedIn, SignedIn.Place place) {
    AccessDecision decision = AccessPolicy.decide(signedIn, place);
    return switch (decision.verdict()) {
      case ALLOWED -> Optional.empty();
      case NOT_A_MEMBER -> Optional.of(new Denial.NotFound());
      case MFA_REQUIRED, MFA_ENROLMENT_REQUIRED, SSO_REQUIRED, OWN_PROOF_REQUIRED ->
        Optional.of(new Denial.ProofMissing(decision, place.organization().slug()));
    };
  }

  private static Optional<Denial> atTheDoor(Actor.WithKey key, SignedIn.Place place) {
    boolean opens = place.membership().isActive() && key.organization().equals(place.organization().id());
    return opens ? Optional.empty() : Optional.of(new Denial.NotFound());
  }

  private static Optional<Denial> inside(Actor actor, SignedIn.Place place, Permission permission, Instant now) {
    if (!permission.isGrantedTo(place.membership().role())) {
      return Optional.of(new Denial.Forbidden(permission));
    }
    return switch (actor) {
      case Actor.InSession session when permission.isSensitive() && !FreshProof
          .isGiven(session.signedIn(), place.organization(), now) ->
        Optional.of(new Denial.ProofTooOld());
      case Actor.WithKey key when permission.scope().filter(key.scopes()::contains).isEmpty() ->
        Optional.of(new Denial.Forbidden(permission));
      case Actor.InSession session -> Optional.empty();
      case Actor.WithKey key -> Optional.empty();
    };
  }
}
