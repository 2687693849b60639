package dev.latchkey.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** What use cases and ports look like, and who may touch them. */
final class UseCaseRules {
  private UseCaseRules() {}

  static List<ArchRule> all() {
    return List.of(
        classes().that(Modules.useCases()).should().haveModifier(JavaModifier.FINAL)
            .because("there is one way to do a thing; a second one would be another use case"),
        classes().that(Modules.useCases()).should(haveOnePublicMethod())
            .because("one use case is one verb: its name says all that it does"),
        classes().that(Modules.useCases()).should(notDependOnOtherUseCases())
            .because("what two use cases share is a decision and belongs to the domain"),
        noClasses().that().resideInAPackage(Modules.WEB).and(not(implementPorts()))
            .should().dependOnClassesThat(Modules.ports())
            .because("routes that drive a port by themselves go round the use case that decides and audits"),
        noClasses().that().resideInAnyPackage(Modules.DOMAIN, Modules.APPLICATION)
            // A port may be a part of another one, for who needs no more of it.
            .and().areNotInterfaces().should(implementAPort())
            .because("a port that is implemented in the core is no port; use cases are classes without a twin"),
        classes().that(Modules.ports()).should(new TenantOwnership())
            .because("a query that forgets the tenant shows the data of others"));
  }

  private static DescribedPredicate<JavaClass> implementPorts() {
    return DescribedPredicate.describe("implement a port",
        type -> type.getAllRawInterfaces().stream().anyMatch(Modules.ports()));
  }

  private static ArchCondition<JavaClass> implementAPort() {
    return ArchCondition.from(implementPorts());
  }

  private static ArchCondition<JavaClass> haveOnePublicMethod() {
    return new ArchCondition<>("have exactly one public method") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        List<String> verbs = type.getMethods().stream()
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaMethod::getName)
            .toList();
        events.add(new SimpleConditionEvent(type, verbs.size() == 1, type.getName() + " has the verbs " + verbs));
      }
    };
  }

  private static ArchCondition<JavaClass> notDependOnOtherUseCases() {
    return new ArchCondition<>("not depend on other use cases") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> Modules.isUseCase(dependency.getTargetClass().getBaseComponentType()))
            .filter(dependency -> !dependency.getTargetClass().equals(type))
            .forEach(dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
      }
    };
  }
}
