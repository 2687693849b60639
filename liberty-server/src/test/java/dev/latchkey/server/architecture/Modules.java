package dev.latchkey.server.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes that the rules are about, and the words they are written in. */
final class Modules {
  static final String DOMAIN = "dev.latchkey.domain..";
  static final String APPLICATION = "dev.latchkey.application..";
  static final String WEB = "dev.latchkey.adapter.web..";
  static final String PERSISTENCE = "dev.latchkey.adapter.persistence..";
  static final String IDP = "dev.latchkey.adapter.idp..";
  static final String DIRECTORY = "dev.latchkey.adapter.directory..";
  static final String SERVER = "dev.latchkey.server..";
  /** Where classes that break every rule live, inside the packages of each module. */
  static final String FIXTURE = "brokenonpurpose";

  private static final ImportOption SHIPPED = location -> !location.contains("/test-classes/")
      && !location.contains("-tests.jar")
      // made from templates, not by hand
      && !location.contains("/adapter/web/template/");
  private static final ImportOption WITH_FIXTURE =
      location -> SHIPPED.includes(location) || location.contains("/" + FIXTURE + "/");

  private Modules() {}

  static JavaClasses shipped() {
    return new ClassFileImporter().withImportOption(SHIPPED).importPackages("dev.latchkey");
  }

  static JavaClasses withBrokenOnes() {
    return new ClassFileImporter().withImportOption(WITH_FIXTURE).importPackages("dev.latchkey");
  }

  /** An interface that use cases drive: those of application, less results nested in others and sealed values. */
  static DescribedPredicate<JavaClass> ports() {
    return DescribedPredicate.describe("ports", type -> isInApplication(type) && type.isInterface()
        && type.isTopLevelClass() && !type.getSimpleName().equals("package-info") && !type.reflect().isSealed());
  }

  /** A class of application that says how it ended. */
  static DescribedPredicate<JavaClass> useCases() {
    return DescribedPredicate.describe("use cases", Modules::isUseCase);
  }

  static boolean isUseCase(JavaClass type) {
    return isInApplication(type) && type.isTopLevelClass() && !type.isInterface()
        && type.getAllMethods().stream()
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .anyMatch(method -> method.getRawReturnType().getSimpleName().equals("Outcome")
                && method.getRawReturnType().getEnclosingClass().filter(type::equals).isPresent());
  }

  private static boolean isInApplication(JavaClass type) {
    return type.getPackageName().startsWith("dev.latchkey.application");
  }
}
