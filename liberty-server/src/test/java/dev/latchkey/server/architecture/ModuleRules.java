package dev.latchkey.server.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may know whom. */
final class ModuleRules {
  private static final String[] CORE = {Modules.DOMAIN, "java..", "org.jspecify.annotations.."};
  /** What the JDK offers for talking to the world; the core leaves that to adapters. */
  private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD =
      resideInAnyPackage("java.sql..", "java.net.http..", "java.util.logging..");

  private ModuleRules() {}

  static List<ArchRule> all() {
    return List.of(
        classes().that().resideInAPackage(Modules.DOMAIN)
            .should().onlyDependOnClassesThat(resideInAnyPackage(CORE).and(DescribedPredicate.not(OUTSIDE_WORLD)))
            .because("decisions must be readable and testable without any technology"),
        classes().that().resideInAPackage(Modules.APPLICATION)
            .should().onlyDependOnClassesThat(resideInAnyPackage(and(CORE, Modules.APPLICATION))
                .and(DescribedPredicate.not(OUTSIDE_WORLD)))
            .because("use cases reach the world through ports only"),
        adapter(Modules.WEB, "jakarta.enterprise..", "jakarta.inject..", "jakarta.servlet..", "jakarta.ws.rs..",
            "com.fasterxml.jackson..", "com.google.zxing..", "gg.jte..", "io.github.bucket4j.."),
        adapter(Modules.PERSISTENCE, "jakarta.persistence..", "javax.sql..", "com.github.f4b6a3.ulid..",
            "com.google.crypto.tink..", "com.zaxxer.hikari..", "org.flywaydb..", "org.postgresql.."),
        adapter(Modules.IDP, "javax.crypto..", "com.nimbusds..", "com.nulabinc.zxcvbn..", "com.yubico.webauthn..",
            "org.pac4j.oidc.."),
        adapter(Modules.DIRECTORY, "com.google.common.net..", "org.xbill.DNS.."),
        noClasses().that().resideOutsideOfPackage(Modules.SERVER)
            .should().dependOnClassesThat().resideInAPackage(Modules.SERVER)
            .because("the server knows everybody, so that nobody else has to know more than ports"),
        // Both are still to come; the rule waits for them.
        noClasses().that().resideInAPackage("dev.latchkey.adapter.directory.graph..")
            .should().dependOnClassesThat().resideInAPackage("dev.latchkey.adapter.directory.scim..")
            .allowEmptyShould(true)
            .because("reading a directory and being written to by one have nothing in common"),
        noClasses().that().resideInAPackage("dev.latchkey.adapter.directory.scim..")
            .should().dependOnClassesThat().resideInAPackage("dev.latchkey.adapter.directory.graph..")
            .allowEmptyShould(true)
            .because("reading a directory and being written to by one have nothing in common"),
        slices().assignedFrom(new Features()).should().beFreeOfCycles()
            .because("features that need each other in a circle can only be understood, and changed, together"));
  }

  /** An allow-list: its own libraries are named here, so that a new one is a decision and not an accident. */
  private static ArchRule adapter(String module, String... libraries) {
    String[] allowed = and(and(libraries, module, Modules.APPLICATION), CORE);
    return classes().that().resideInAPackage(module)
        .should().onlyDependOnClassesThat(resideInAnyPackage(allowed))
        .because("adapters don't know each other, and each keeps its libraries to itself");
  }

  /** The packages right below a module's. */
  private static final class Features implements SliceAssignment {
    private static final Pattern FEATURE = Pattern.compile("dev\\.latchkey\\.((?:adapter\\.)?\\w+)\\.(\\w+).*");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      Matcher feature = FEATURE.matcher(type.getPackageName());
      return feature.matches() ? SliceIdentifier.of(feature.group(1), feature.group(2)) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "features";
    }
  }

  private static String[] and(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }
}
