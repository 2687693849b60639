package dev.latchkey.application.walk;

import dev.latchkey.application.contract.Ports;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What others do to somebody: roles, statuses and what an organization demands. */
final class AdminDeeds {
  private final Deployment world;
  private final Model model;

  AdminDeeds(Deployment world, Model model) {
    this.world = world;
    this.model = model;
  }

  void changeStatus(Step step) {
    change(step, place -> place.status = step.otherOf(List.of(MembershipStatus.values())));
  }

  void changeRole(Step step) {
    change(step, place -> {
      place.role = step.otherOf(List.of(Role.values()));
      place.breakGlass &= place.role == Role.OWNER;
    });
  }

  private void change(Step step, Consumer<KnownPlace> change) {
    KnownPerson person = step.oneOf(model.people);
    if (person.places.isEmpty()) {
      return;
    }
    KnownOrganization organization = new ArrayList<>(person.places.keySet()).get(step.way() % person.places.size());
    KnownPlace place = Objects.requireNonNull(person.places.get(organization));
    change.accept(place);
    Ports ports = world.ports;
    ports.unitOfWork().run(() -> {
      Membership before = ports.memberships().find(organization.id, person.start.id()).orElseThrow();
      ports.memberships().save(new Membership(before.id(), before.organizationId(), before.userId(), place.role,
          place.status, before.source(), place.breakGlass, before.createdAt(), before.version()));
      return true;
    });
  }

  void changeDemands(Step step) {
    KnownOrganization organization = step.oneOf(model.organizations);
    // Mostly none: whoever has to show more gets less far.
    organization.authRequired = step.other() % 2 == 0 ? AuthRequired.ANY : step.otherOf(List.of(AuthRequired.values()));
    organization.requireMfa = step.way() % 3 == 0;
    Ports ports = world.ports;
    ports.unitOfWork().run(() -> {
      Organization before = ports.organizations().find(organization.id).orElseThrow();
      ports.organizations().save(new Organization(before.id(), before.slug(), before.name(),
          new AuthenticationRequirement(organization.authRequired, organization.requireMfa), before.createdAt(),
          before.version()));
      return true;
    });
  }
}
