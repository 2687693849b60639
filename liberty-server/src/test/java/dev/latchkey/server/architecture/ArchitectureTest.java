package dev.latchkey.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the shipped classes against every rule, and every rule against classes that break it on purpose. */
class ArchitectureTest {
  private static final JavaClasses SHIPPED = Modules.shipped();
  private static final JavaClasses WITH_BROKEN_ONES = Modules.withBrokenOnes();

  static List<ArchRule> rules() {
    return Stream.of(ModuleRules.all(), UseCaseRules.all(), CodingRules.all()).flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(SHIPPED);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void finds_what_is_broken_on_purpose(ArchRule rule) {
    assertThat(rule.evaluate(WITH_BROKEN_ONES).hasViolation()).as(rule.getDescription()).isTrue();
  }

  /** A rule that sees too few classes proves nothing. */
  @ParameterizedTest
  @CsvSource({"domain, 45", "application, 28", "adapter.web, 70", "adapter.persistence, 35", "adapter.idp, 6",
    "adapter.directory, 1", "server, 30"})
  void sees_the_classes_of_each_module(String module, int atLeast) {
    String root = "dev.latchkey." + module;
    assertThat(SHIPPED.stream().filter(JavaClass::isTopLevelClass)
        .filter(type -> type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".")))
        .hasSizeGreaterThanOrEqualTo(atLeast);
  }
}
