package dev.latchkey.domain.policy;

import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SignedIn;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of a person's account a session sees and changes, however long ago it showed something. An organization's
 * identity provider can name whom it likes, so a session that rests on its word alone reaches what concerns that
 * organization and nothing else of the account.
 *
 * @param vouching whose identity providers have vouched in the session
 * @param whole whether it has shown something that is the person's own
 */
public record AccountReach(SignedIn signedIn, Set<OrganizationId> vouching, boolean whole) {
  public AccountReach {
    vouching = Set.copyOf(vouching);
  }

  /**
   * @param owner the organization that has verified the domain of the person's address, if one has: its identity provider
   *        counts like the person themselves
   */
  public static AccountReach of(SignedIn signedIn, Optional<Organization> owner) {
    return new AccountReach(signedIn, vouching(signedIn.session()), signedIn.session().proofs()
        .counting(sso -> owner.filter(sso::isOf).isPresent()).hasFirstFactor());
  }

  /** Whether another session of the person may be seen and ended: it rests on nothing but the same words. */
  public boolean covers(Session other) {
    boolean sameWords =
        !other.proofs().counting(sso -> false).hasFirstFactor() && vouching.containsAll(vouching(other));
    return whole || sameWords || other.id().equals(signedIn.session().id());
  }

  /** Whether it may be changed how the person appears: everywhere, so all of the person's organizations are concerned. */
  public boolean coversProfile() {
    return whole || signedIn.places().stream().allMatch(place -> vouching.contains(place.organization().id()));
  }

  private static Set<OrganizationId> vouching(Session session) {
    return session.proofs().all().stream().filter(Proof.Sso.class::isInstance).map(Proof.Sso.class::cast)
        .map(Proof.Sso::organizationId).collect(Collectors.toUnmodifiableSet());
  }
}
