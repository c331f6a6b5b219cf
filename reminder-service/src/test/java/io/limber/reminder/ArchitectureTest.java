package io.limber.reminder;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.limber.reminder.contact.ReachesIntoDelivery;
import io.limber.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.limber.reminder";

    /** Features depend on each other one way: delivery may see all, the engine sees nothing of delivery. */
    private static final ArchRule ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("delivery")
            .definedBy(ROOT + ".delivery..")
            .layer("link")
            .definedBy(ROOT + ".link")
            .layer("answer")
            .definedBy(ROOT + ".answer")
            .layer("contact")
            .definedBy(ROOT + ".contact")
            .layer("webhook")
            .definedBy(ROOT + ".webhook..")
            .layer("ledger")
            .definedBy(ROOT + ".ledger")
            .layer("engine")
            .definedBy(ROOT + ".firing..", ROOT + ".bucket..", ROOT + ".schedule..")
            .whereLayer("delivery")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("link")
            .mayOnlyBeAccessedByLayers("delivery")
            .whereLayer("answer")
            .mayOnlyBeAccessedByLayers("delivery", "link")
            .whereLayer("contact")
            .mayOnlyBeAccessedByLayers("delivery")
            .whereLayer("webhook")
            .mayOnlyBeAccessedByLayers("delivery")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers("delivery", "engine")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("answer", "ledger", "delivery");

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
        var broken = new ClassFileImporter().importPackages(ROOT + ".contact", ROOT + ".delivery");

        assertThatThrownBy(() -> ONE_WAY.check(broken)).hasMessageContaining(ReachesIntoDelivery.class.getSimpleName());
    }
}
