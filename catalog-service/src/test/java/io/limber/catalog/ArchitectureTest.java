package io.limber.catalog;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.limber.catalog.stretch.ReachesIntoContent;
import io.limber.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.limber.catalog";

    /**
     * Features depend on each other one way: what is in the catalogue knows nothing of how it is kept in memory, and that nothing of
     * who asks for it or changes it.
     */
    private static final ArchRule ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("content")
            .definedBy(ROOT + ".content")
            .layer("transfer")
            .definedBy(ROOT + ".transfer")
            .layer("editing")
            .definedBy(ROOT + ".editing")
            .layer("browse")
            .definedBy(ROOT + ".browse")
            .layer("safety")
            .definedBy(ROOT + ".safety")
            .layer("snapshot")
            .definedBy(ROOT + ".snapshot")
            .layer("search")
            .definedBy(ROOT + ".search")
            .layer("stretch")
            .definedBy(ROOT + ".stretch")
            .layer("figure")
            .definedBy(ROOT + ".figure..")
            .layer("guidance")
            .definedBy(ROOT + ".guidance")
            .layer("vocabulary")
            .definedBy(ROOT + ".vocabulary")
            .layer("answer")
            .definedBy(ROOT + ".answer")
            .layer("document")
            .definedBy(ROOT + ".document")
            .layer("language")
            .definedBy(ROOT + ".language")
            .whereLayer("content")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("transfer")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("browse")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("safety")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("editing")
            .mayOnlyBeAccessedByLayers("transfer")
            .whereLayer("snapshot")
            .mayOnlyBeAccessedByLayers("editing", "browse", "safety")
            .whereLayer("search")
            .mayOnlyBeAccessedByLayers("snapshot", "browse", "safety")
            .whereLayer("answer")
            .mayOnlyBeAccessedByLayers("snapshot", "browse")
            .whereLayer("stretch")
            .mayOnlyBeAccessedByLayers("content", "transfer", "editing", "browse", "safety", "snapshot", "search")
            .whereLayer("guidance")
            .mayOnlyBeAccessedByLayers("content", "browse", "safety", "snapshot");

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
        var broken = new ClassFileImporter().importPackages(ROOT);

        assertThatThrownBy(() -> ONE_WAY.check(broken)).hasMessageContaining(ReachesIntoContent.class.getSimpleName());
    }
}
