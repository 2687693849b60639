package dev.latchkey.adapter.web.policy;

import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.EmergencyLine;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.SecurityPreviewView;
import dev.latchkey.adapter.web.page.view.SecurityStep;
import dev.latchkey.adapter.web.page.view.SecurityView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.policy.EmergencyAccess;
import dev.latchkey.application.policy.PreviewSecurity;
import dev.latchkey.application.policy.ReadSecurity;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.RequirementChange.Obstacle;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the pages of security settings show. */
final class SecurityViews {
  private SecurityViews() {}

  static SecurityView settings(Visit visit, ReadSecurity.Outcome.Found found,
      Optional<AuthenticationRequirement> chosen) {
    SignedIn.Place place = found.place();
    AuthenticationRequirement present = place.organization().requirement();
    AuthenticationRequirement shown = chosen.orElse(present);
    boolean changeable = Permission.CHANGE_SETTINGS.isGrantedTo(place.membership().role());
    return new SecurityView(Pages.viewer(visit), OrganizationFrame.of(place), shown.authRequired(),
        shown.requireMfa(),
        changeable && !present.demandsSso()
            ? SecurityStep.of(found.readiness(), place.organization().slug().value())
            : List.of(),
        emergency(found.emergency()), changeable);
  }

  static SecurityPreviewView preview(Visit visit, PreviewSecurity.Outcome.Foreseen foreseen,
      AuthenticationRequirement chosen, boolean failed) {
    List<SecurityPreviewView.Line> lines = foreseen.affected().items().stream()
        .map(affected -> new SecurityPreviewView.Line(affected.member().name().value(),
            affected.member().signInEmail().value(), affected.loss().name()))
        .toList();
    Map<String, Integer> counts = foreseen.counts().entrySet().stream()
        .collect(Collectors.toMap(it -> it.getKey().name(), Map.Entry::getValue));
    Set<String> obstacles = foreseen.obstacles().stream().map(Obstacle::name).collect(Collectors.toSet());
    boolean risk = obstacles.remove(Obstacle.NO_BREAK_GLASS.name());
    List<SecurityStep> missing = SecurityStep
        .of(foreseen.readiness(), foreseen.place().organization().slug().value()).stream()
        .filter(step -> !obstacles.isEmpty() && !step.done() && !step.name().equals(Obstacle.NO_BREAK_GLASS.name()))
        .toList();
    return new SecurityPreviewView(Pages.viewer(visit), OrganizationFrame.of(foreseen.place()), chosen, missing, risk,
        emergency(foreseen.emergency()), counts, lines, foreseen.affected().nextCursor().isPresent(), failed);
  }

  private static List<EmergencyLine> emergency(List<EmergencyAccess.Holder> owners) {
    return owners.stream().map(it -> new EmergencyLine(it.member().id().value(), it.member().name().value(),
        it.member().signInEmail().value(), it.lacks().stream().map(Enum::name).toList())).toList();
  }
}
