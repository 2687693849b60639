package dev.latchkey.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of {@link Organizations}. */
public abstract class OrganizationsContract extends PortContract {
  private final Organizations organizations = ports.organizations();

  protected OrganizationsContract(Supplier<? extends Ports> ports) {
    super(ports);
  }

  @Test
  void finds_nothing_that_was_never_added() {
    assertThat(organizations.find(new OrganizationId(Examples.id()))).isEmpty();
    assertThat(organizations.findBySlug(new Slug("no-such-organization"))).isEmpty();
  }

  @Test
  void gives_back_everything_that_was_added() {
    Organization plain = Examples.organization("Ärzte & Söhne 株式会社", noon);
    Organization strict = plain.demanding(new AuthenticationRequirement(AuthRequired.SSO, true));
    organizations.add(strict);
    assertThat(organizations.find(plain.id())).contains(strict);
    assertThat(organizations.findBySlug(plain.slug())).contains(strict);
  }

  @Test
  void shows_a_change_only_after_it_was_saved() {
    Organization organization = storedOrganization("Before");
    Organization renamed = organization.renamed(new OrganizationName("After"));
    assertThat(organizations.find(organization.id())).contains(organization);
    organizations.save(renamed);
    assertThat(organizations.findBySlug(organization.slug()).map(Organization::name)).contains(renamed.name());
  }

  @Test
  void runs_the_work_again_when_somebody_else_takes_the_slug_first() {
    Slug wanted = Examples.organization("Wanted", noon).slug();
    List<Slug> given = Together.run(4, () -> ports.unitOfWork().run(() -> {
      int number = 1;
      Slug free = wanted;
      while (organizations.findBySlug(free).isPresent()) {
        free = wanted.numbered(++number);
      }
      organizations.add(Organization.founded(new OrganizationId(Examples.id()), free, new OrganizationName("A"), noon));
      return free;
    }));
    assertThat(given).containsExactlyInAnyOrder(wanted, wanted.numbered(2), wanted.numbered(3), wanted.numbered(4));
  }

  @Test
  void loses_no_update_when_two_save_at_once() {
    Organization organization = storedOrganization("N");
    Together.run(4, () -> ports.unitOfWork().run(() -> {
      Organization current = organizations.find(organization.id()).orElseThrow();
      organizations.save(current.renamed(new OrganizationName(current.name().value() + "+")));
      return true;
    }));
    assertThat(organizations.find(organization.id()).map(Organization::name)).contains(new OrganizationName("N++++"));
  }
}
