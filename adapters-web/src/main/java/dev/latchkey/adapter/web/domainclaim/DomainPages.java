package dev.latchkey.adapter.web.domainclaim;

import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.DomainLine;
import dev.latchkey.adapter.web.page.view.DomainView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.domainclaim.ReadDomain;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What the pages of one domain share: finding the domain, and what is shown of it. */
public final class DomainPages {
  private final ReadDomain readDomain;
  private final InstantSource clock;

  public DomainPages(ReadDomain readDomain, InstantSource clock) {
    this.readDomain = readDomain;
    this.clock = clock;
  }

  static DomainClaimId id(String segment) {
    return OrganizationPath.child(segment, DomainClaimId::new);
  }

  static String path(String slug, String domain) {
    return OrganizationSection.DOMAINS.path(slug) + "/" + domain;
  }

  static boolean mayChange(SignedIn.Place place) {
    return Permission.CHANGE_SETTINGS.isGrantedTo(place.membership().role());
  }

  ReadDomain.Outcome read(Visit visit, String slug, String domain) {
    return readDomain.read(visit.actor(), OrganizationPath.ofSlug(visit, slug), id(domain));
  }

  /** The domain, for a page that comes back; refused if it may not be seen any more. */
  ReadDomain.Outcome.Found found(Visit visit, String slug, String domain) {
    return switch (read(visit, slug, domain)) {
      case ReadDomain.Outcome.Found found -> found;
      case ReadDomain.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  DomainLine line(DomainClaim claim) {
    return DomainLine.of(claim, clock.instant());
  }

  DomainView view(Visit visit, ReadDomain.Outcome.Found found, DomainView.@Nullable Finding finding) {
    return new DomainView(Pages.viewer(visit), OrganizationFrame.of(found.place()), line(found.claim()),
        found.claim().txtRecord().name(), found.claim().txtRecord().value(), finding, mayChange(found.place()));
  }
}
