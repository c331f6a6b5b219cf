package io.limber.catalog.vocabulary;

import io.limber.catalog.document.Collection;
import io.limber.catalog.document.DocumentTable;
import io.limber.catalog.document.Shelves;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The vocabularies a tenant sees. */
@ApplicationScoped
public class Vocabularies {
    private final Shelves<Vocabulary> shelves;

    Vocabularies(DocumentTable table, Clock clock) {
        this.shelves = new Shelves<>(Collection.VOCABULARY, Vocabulary.class, table, clock);
    }

    public List<Vocabulary> all(TenantId tenant) {
        return List.copyOf(shelves.visibleTo(tenant).values());
    }

    /**
     * @throws ProblemException 404 when there is none of this name
     */
    public Vocabulary require(TenantId tenant, String name) {
        Vocabulary vocabulary = shelves.visibleTo(tenant).get(name);
        if (vocabulary == null) {
            throw ProblemException.notFound("vocabulary", name);
        }
        return vocabulary;
    }

    /** The codes of a vocabulary that is always there. */
    public List<String> codes(TenantId tenant, VocabularyName name) {
        return require(tenant, name.wire()).codes();
    }
}
