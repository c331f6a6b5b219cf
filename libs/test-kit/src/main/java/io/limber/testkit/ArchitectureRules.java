package io.limber.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Rules of the house that every service checks in one plain test: {@code ArchitectureRules.check("io.limber.catalog")}. */
public final class ArchitectureRules {

    /** The one class that may read the system's clock. */
    private static final String CLOCK_PRODUCER = "io.limber.kit.time.ClockProducer";

    private static final Set<String> CLOCK_OWNERS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.MonthDay");

    private ArchitectureRules() {}

    /** Time comes from the injected clock; only {@code now(Clock)} is allowed. */
    public static final ArchRule TIME_COMES_FROM_THE_INJECTED_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(CLOCK_PRODUCER)
            .should()
            .callCodeUnitWhere(readsTheSystemClock())
            .because("time that cannot be set cannot be tested: inject java.time.Clock")
            .allowEmptyShould(true);

    /** Waiting is a row with a due time, or a condition. */
    public static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "sleep",
                    (JavaCall<?> call) -> call.getTargetOwner().isEquivalentTo(Thread.class)
                            && call.getName().equals("sleep")))
            .because("a sleeping thread is neither durable nor testable")
            .allowEmptyShould(true);

    /** Transactions begin in use cases: no other layer opens one. */
    public static final ArchRule TRANSACTIONS_BELONG_TO_USE_CASES = noClasses()
            .that(simpleNameEndingWith("Resource")
                    .or(simpleNameEndingWith("Repository"))
                    .or(simpleNameEndingWith("Consumer")))
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("the use case owns the transaction")
            .allowEmptyShould(true);

    /** The same for single methods. */
    public static final ArchRule TRANSACTIONAL_METHODS_BELONG_TO_USE_CASES = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .beDeclaredInClassesThat(not(simpleNameEndingWith("Resource")
                    .or(simpleNameEndingWith("Repository"))
                    .or(simpleNameEndingWith("Consumer"))))
            .because("the use case owns the transaction")
            .allowEmptyShould(true);

    /** Resources speak HTTP: they see neither the database nor what is stored in it. */
    public static final ArchRule RESOURCES_DO_NOT_TOUCH_THE_DATABASE = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are entities, repositories or database access", ArchitectureRules::isDatabaseAccess))
            .because("a resource parses, calls and maps; entities and SQL stay behind the use case")
            .allowEmptyShould(true);

    /** The system's default zone differs from machine to machine. */
    public static final ArchRule NOBODY_ASKS_FOR_THE_DEFAULT_ZONE = noClasses()
            .should()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .because("zones are those of people, never of the machine")
            .allowEmptyShould(true);

    /** Features under {@code root} depend on each other one way. */
    public static ArchRule featuresAreFreeOfCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** Packages of main code are null-marked. */
    public static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(new NullMarkedPackage())
            .because("NullAway only guards what is marked")
            .allowEmptyShould(true);

    /** Every rule, on the main classes under {@code root}. Fails when there are none, because rules on nothing always pass. */
    public static void check(String root) {
        var classes = mainClassesOf(root);
        if (classes.isEmpty()) {
            throw new AssertionError("No classes under " + root);
        }
        all(root).forEach(rule -> rule.check(classes));
    }

    static List<ArchRule> all(String root) {
        return List.of(
                TIME_COMES_FROM_THE_INJECTED_CLOCK,
                NOBODY_SLEEPS,
                TRANSACTIONS_BELONG_TO_USE_CASES,
                TRANSACTIONAL_METHODS_BELONG_TO_USE_CASES,
                RESOURCES_DO_NOT_TOUCH_THE_DATABASE,
                NOBODY_ASKS_FOR_THE_DEFAULT_ZONE,
                PACKAGES_ARE_NULL_MARKED,
                featuresAreFreeOfCycles(root));
    }

    /** The main (not test) classes under a package. */
    public static JavaClasses mainClassesOf(String root) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheSystemClock() {
        return DescribedPredicate.describe("reads the system's clock", call -> {
            var owner = call.getTargetOwner().getName();
            return switch (call.getName()) {
                case "now" -> CLOCK_OWNERS.contains(owner) && !takesClock(call.getTarget());
                case "currentTimeMillis" -> owner.equals("java.lang.System");
                case "systemUTC", "systemDefaultZone", "system" -> owner.equals("java.time.Clock");
                case "<init>" ->
                    owner.equals("java.util.Date")
                            && call.getTarget().getRawParameterTypes().isEmpty();
                default -> false;
            };
        });
    }

    private static boolean takesClock(AccessTarget.CodeUnitCallTarget target) {
        return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(java.time.Clock.class));
    }

    private static boolean isDatabaseAccess(JavaClass type) {
        return type.getPackageName().startsWith("java.sql")
                || type.getPackageName().startsWith("javax.sql")
                || type.getPackageName().startsWith("jakarta.persistence")
                || type.getPackageName().startsWith("io.agroal")
                || type.getSimpleName().endsWith("Repository")
                || type.isAnnotatedWith("jakarta.persistence.Entity");
    }
}
