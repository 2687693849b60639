package dev.latchkey.application.walk;

import dev.latchkey.application.contract.Ports;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import java.util.List;

/** What an organization demands of everybody. */
final class AdminDeeds {
  private final Deployment world;
  private final Model model;

  AdminDeeds(Deployment world, Model model) {
    this.world = world;
    this.model = model;
  }

  /** Another identity provider: what the one before has vouched for is worth nothing any more. */
  void changeProvider(Step step) {
    KnownOrganization organization = step.oneOf(model.organizations);
    organization.provider++;
    Ports ports = world.ports;
    ports.unitOfWork().run(() -> {
      ports.organizations().save(ports.organizations().find(organization.id).orElseThrow().withAnotherProvider());
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
      ports.organizations()
          .save(before.demanding(new AuthenticationRequirement(organization.authRequired, organization.requireMfa)));
      return true;
    });
  }
}
