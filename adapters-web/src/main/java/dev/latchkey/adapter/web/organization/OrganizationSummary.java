package dev.latchkey.adapter.web.organization;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.policy.AccessDecision.Verdict;
import dev.latchkey.domain.policy.AccessPolicy;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An organization of the person's, as answers list it.
 *
 * @param missing what the session has to show before it may act there, by the code that it would be refused with; null
 *     if it may
 * @param redirect the path where that is shown; null if nothing is missing
 */
public record OrganizationSummary(String id, String slug, String name, String role, @Nullable Code missing,
    @Nullable String redirect) {

  /** Those in which the person is active; to all others they don't belong yet or any more. */
  public static List<OrganizationSummary> of(SignedIn signedIn) {
    return signedIn.places().stream().filter(place -> place.membership().isActive())
        .map(place -> of(signedIn, place)).toList();
  }

  /** One of them, for whoever asks. */
  static OrganizationSummary of(Actor actor, SignedIn.Place place) {
    return switch (actor) {
      case Actor.InSession session -> of(session.signedIn(), place);
      // It was let in, and nothing more is ever asked of a program.
      case Actor.WithKey key -> of(place, Verdict.ALLOWED);
    };
  }

  private static OrganizationSummary of(SignedIn signedIn, SignedIn.Place place) {
    return of(place, AccessPolicy.decide(signedIn, place).verdict());
  }

  private static OrganizationSummary of(SignedIn.Place place, Verdict verdict) {
    Organization organization = place.organization();
    return new OrganizationSummary(organization.id().value(), organization.slug().value(), organization.name().value(),
        place.membership().role().name().toLowerCase(Locale.ROOT), Missing.codeFor(verdict),
        Missing.wayOut(verdict, organization.slug()));
  }
}
