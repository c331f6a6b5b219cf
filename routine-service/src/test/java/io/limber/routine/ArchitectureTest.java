package io.limber.routine;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.limber.routine.catalogue.ReachesIntoPlans;
import io.limber.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.limber.routine";

    /** Plans see everything; schedules see calendars; people and routines see the catalogue; nobody sees plans. */
    private static final ArchRule ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("plan")
            .definedBy(ROOT + ".plan")
            .layer("person")
            .definedBy(ROOT + ".person")
            .layer("routine")
            .definedBy(ROOT + ".routine")
            .layer("safety")
            .definedBy(ROOT + ".safety")
            .layer("schedule")
            .definedBy(ROOT + ".schedule")
            .layer("calendar")
            .definedBy(ROOT + ".calendar")
            .layer("catalogue")
            .definedBy(ROOT + ".catalogue")
            .whereLayer("plan")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("person")
            .mayOnlyBeAccessedByLayers("plan")
            .whereLayer("routine")
            .mayOnlyBeAccessedByLayers("plan")
            .whereLayer("safety")
            .mayOnlyBeAccessedByLayers("plan")
            .whereLayer("schedule")
            .mayOnlyBeAccessedByLayers("plan")
            .whereLayer("calendar")
            .mayOnlyBeAccessedByLayers("plan", "schedule");

    @Test
    void followsTheRulesOfTheHouse() {
        ArchitectureRules.check(ROOT);
    }

    @Test
    void featuresDependOnEachOtherOneWay() {
        ONE_WAY.check(ArchitectureRules.mainClassesOf(ROOT));
    }

    @Test
    void aFeatureThatTurnsAroundIsCaught() {
        var broken = new ClassFileImporter().importPackages(ROOT + ".catalogue", ROOT + ".plan");

        assertThatThrownBy(() -> ONE_WAY.check(broken)).hasMessageContaining(ReachesIntoPlans.class.getSimpleName());
    }
}
