package io.limber.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final String SAMPLES = "io.limber.testkit.samples";

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of(ArchitectureRules.TIME_COMES_FROM_THE_INJECTED_CLOCK, "ReadsSystemClock"),
                Arguments.of(ArchitectureRules.TIME_COMES_FROM_THE_INJECTED_CLOCK, "ReadsMillis"),
                Arguments.of(ArchitectureRules.TIME_COMES_FROM_THE_INJECTED_CLOCK, "MakesSystemClock"),
                Arguments.of(ArchitectureRules.TIME_COMES_FROM_THE_INJECTED_CLOCK, "ReadsToday"),
                Arguments.of(ArchitectureRules.NOBODY_SLEEPS, "Sleeps"),
                Arguments.of(ArchitectureRules.TRANSACTIONS_BELONG_TO_USE_CASES, "TransactionalResource"),
                Arguments.of(
                        ArchitectureRules.TRANSACTIONAL_METHODS_BELONG_TO_USE_CASES, "TransactionalMethodRepository"),
                Arguments.of(ArchitectureRules.RESOURCES_DO_NOT_TOUCH_THE_DATABASE, "DatabaseResource"),
                Arguments.of(ArchitectureRules.NOBODY_ASKS_FOR_THE_DEFAULT_ZONE, "AsksForDefaultZone"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("violations")
    void ruleFailsOnItsSample(ArchRule rule, String sample) {
        assertThatThrownBy(() -> rule.check(samples("bad"))).hasMessageContaining(sample);
    }

    @Test
    void cycleBetweenFeaturesIsFound() {
        assertThatThrownBy(() -> ArchitectureRules.featuresAreFreeOfCycles(SAMPLES + ".cycle")
                        .check(samples("cycle")))
                .hasMessageContaining("Cycle detected");
    }

    @Test
    void unmarkedPackageIsFound() {
        assertThatThrownBy(() -> ArchitectureRules.PACKAGES_ARE_NULL_MARKED.check(samples("unmarked")))
                .hasMessageContaining("lacks @NullMarked");
    }

    @Test
    void rulesHoldForGoodCode() {
        assertThat(ArchitectureRules.all(SAMPLES + ".good"))
                .allSatisfy(rule ->
                        assertThatCode(() -> rule.check(samples("good"))).doesNotThrowAnyException());
    }

    @Test
    void checkOfNothingFails() {
        assertThatThrownBy(() -> ArchitectureRules.check("io.limber.nowhere")).hasMessageContaining("No classes");
    }

    private static JavaClasses samples(String name) {
        return new ClassFileImporter().importPackages(SAMPLES + "." + name);
    }
}
