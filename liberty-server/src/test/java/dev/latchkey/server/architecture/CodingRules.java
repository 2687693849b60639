package dev.latchkey.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** What no class may do, whatever its module. */
final class CodingRules {
  private static final Set<Class<?>> RANDOM =
      Set.of(Random.class, SecureRandom.class, ThreadLocalRandom.class, UUID.class, Math.class);

  private CodingRules() {}

  static List<ArchRule> all() {
    return List.of(
        noClasses().that().resideInAnyPackage(Modules.DOMAIN, Modules.APPLICATION)
            .should().accessTargetWhere(readsTheClock())
            .because("a test, and a clock that was set back, must be able to say what time it is"),
        noClasses().that().resideInAnyPackage(Modules.DOMAIN, Modules.APPLICATION)
            .should().accessTargetWhere(drawsLots())
            .because("chance comes through a port, so that the strength of it is decided in one place"),
        noClasses().that().resideOutsideOfPackage("dev.latchkey.server.outbound..")
            .and().doNotHaveFullyQualifiedName("dev.latchkey.server.launch.Readiness").should()
            .dependOnClassesThat(connectOutwards())
            .because("the one guarded factory decides where calls may go; the launcher's question to its own server is "
                + "no call outwards"),
        classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate()
            .because("how a feature is stored is its own business"),
        fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
            .should().bePrivate()
            .because("only methods of an entity may change it: written from outside, changes could get lost"),
        noFields().should().beAnnotatedWith(Inject.class)
            .because("what a class needs is said by its constructor"),
        noClasses().that().resideOutsideOfPackages("dev.latchkey.server.boot..", "dev.latchkey.server.launch..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("only who is started from a shell talks to it; everybody else has the log"),
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS
            .because("a failure that has no name can't be told from another one"),
        classes().should(residesInNullMarkedPackage())
            .because("null is said in the type or does not happen"));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    return describe("reads the clock", access -> {
      String owner = access.getTargetOwner().getName();
      String name = access.getTarget().getName();
      return (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")))
          || (owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
          || (owner.equals("java.util.Date") && access.getTarget().getName().equals("<init>"));
    });
  }

  private static DescribedPredicate<JavaAccess<?>> drawsLots() {
    return describe("draws lots", access -> RANDOM.stream().anyMatch(access.getTargetOwner()::isEquivalentTo)
        && Set.of("<init>", "current", "randomUUID", "random", "getInstanceStrong")
            .contains(access.getTarget().getName()));
  }

  private static DescribedPredicate<JavaClass> connectOutwards() {
    return describe("connect outwards", type -> Set.of("java.net.http", "okhttp3").contains(type.getPackageName())
        || Set.of("java.net.HttpURLConnection", "java.net.URLConnection", "java.net.Socket",
            "javax.net.ssl.HttpsURLConnection").contains(type.getName()));
  }

  private static ArchCondition<JavaClass> residesInNullMarkedPackage() {
    return ArchCondition.from(describe("reside in a @NullMarked package",
        type -> type.getPackage().isAnnotatedWith(NullMarked.class)));
  }
}
