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

    /** Features depend on each other one way: content may see all, stretches may see vocabularies, all see documents. */
    private static final ArchRule ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("content")
            .definedBy(ROOT + ".content")
            .layer("stretch")
            .definedBy(ROOT + ".stretch")
            .layer("guidance")
            .definedBy(ROOT + ".guidance")
            .layer("vocabulary")
            .definedBy(ROOT + ".vocabulary")
            .layer("answer")
            .definedBy(ROOT + ".answer")
            .layer("document")
            .definedBy(ROOT + ".document")
            .whereLayer("content")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("stretch")
            .mayOnlyBeAccessedByLayers("content")
            .whereLayer("guidance")
            .mayOnlyBeAccessedByLayers("content")
            .whereLayer("vocabulary")
            .mayOnlyBeAccessedByLayers("content", "stretch")
            .whereLayer("answer")
            .mayOnlyBeAccessedByLayers("stretch", "guidance", "vocabulary");

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
