package dev.latchkey.domain.session;

import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** All that a session has shown so far, oldest first. */
public record Proofs(List<Proof> all) {
  /** How long a proof counts as fresh enough for a sensitive change. */
  public static final Duration FRESHNESS = Duration.ofMinutes(10);

  public Proofs {
    all = List.copyOf(all);
  }

  public static Proofs of(Proof... proofs) {
    return new Proofs(List.of(proofs));
  }

  public boolean has(Class<? extends Proof> kind) {
    return all.stream().anyMatch(kind::isInstance);
  }

  public boolean hasSecondFactor() {
    for (Proof proof : all) {
      if (proof.isSecondFactor()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the organization's identity provider vouched, through the connection as it is now. */
  public boolean hasSsoOf(OrganizationId organization, int connectionVersion) {
    for (Proof proof : all) {
      if (proof instanceof Proof.Sso sso && sso.organizationId().equals(organization)
          && sso.connectionVersion() == connectionVersion) {
        return true;
      }
    }
    return false;
  }

  /**
   * What of it counts in a place: an organization's identity provider vouches for people there and nowhere else.
   *
   * @param vouches whether a sign-in at an identity provider counts
   */
  public Proofs counting(Predicate<Proof.Sso> vouches) {
    return new Proofs(all.stream().filter(proof -> !(proof instanceof Proof.Sso sso) || vouches.test(sso)).toList());
  }

  /** What of it counts in an organization. */
  public Proofs countingIn(Organization organization) {
    return counting(sso -> sso.isOf(organization));
  }

  /** What is left if an organization's identity provider does not vouch any more, through whatever connection. */
  public Proofs withoutSsoOf(OrganizationId organization) {
    return counting(sso -> !sso.organizationId().equals(organization));
  }

  /** The same for what it vouched for up to a moment: where it has done so again since, all of it stays. */
  public Proofs withoutSsoOf(OrganizationId organization, Instant upTo) {
    boolean since = all.stream().anyMatch(proof -> proof instanceof Proof.Sso sso
        && sso.organizationId().equals(organization) && sso.at().isAfter(upTo));
    return since ? this : withoutSsoOf(organization);
  }

  /** What is left if providers of the deployment do not count. */
  public Proofs withoutSocial() {
    return new Proofs(all.stream().filter(proof -> !(proof instanceof Proof.Social)).toList());
  }

  /** What is left if one provider of the deployment does not vouch any more. */
  public Proofs withoutSocialOf(String provider) {
    return new Proofs(all.stream()
        .filter(proof -> !(proof instanceof Proof.Social social && social.provider().equals(provider))).toList());
  }

  /** Whether anything was shown by which one signs in; a second factor alone opens nothing. */
  public boolean hasFirstFactor() {
    // Without streams, as every request asks.
    for (Proof proof : all) {
      if (!(proof instanceof Proof.Totp) && !(proof instanceof Proof.RecoveryCode)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something was shown within {@link #FRESHNESS} of now; a proof from the future is not believed. */
  public boolean freshAt(Instant now) {
    return all.stream().anyMatch(proof -> !proof.at().isAfter(now) && proof.at().plus(FRESHNESS).isAfter(now));
  }
}
