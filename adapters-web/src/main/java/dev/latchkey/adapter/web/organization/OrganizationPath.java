package dev.latchkey.adapter.web.organization;

import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.function.Function;

/** Which organization a path names, and what in it. What is no id names nothing. */
public final class OrganizationPath {
  private OrganizationPath() {}

  /** The organization of a route. @throws Refused if it can't be one */
  public static OrganizationId id(String segment) {
    return child(segment, OrganizationId::new);
  }

  /** Something inside an organization. @throws Refused if it can't be one */
  public static <T> T child(String segment, Function<String, T> parser) {
    try {
      return parser.apply(segment);
    } catch (InvalidValue e) {
      throw new Refused(Refusal.notFound());
    }
  }

  /** The organization of a page: one of the visitor's own. @throws Refused if it isn't */
  public static OrganizationId ofSlug(Visit visit, String slug) {
    return visit.session().signedIn().places().stream().map(place -> place.organization())
        .filter(organization -> organization.slug().value().equals(slug)).map(organization -> organization.id())
        .findFirst().orElseThrow(() -> new Refused(Refusal.notFound()));
  }
}
