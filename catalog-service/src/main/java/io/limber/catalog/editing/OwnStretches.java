package io.limber.catalog.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.document.Collection;
import io.limber.catalog.document.ContentHash;
import io.limber.catalog.document.DocumentTable;
import io.limber.catalog.document.Owner;
import io.limber.catalog.document.StoredDocument;
import io.limber.catalog.editing.Audit.Action;
import io.limber.catalog.snapshot.SnapshotConfig;
import io.limber.catalog.snapshot.Snapshots;
import io.limber.catalog.stretch.Stretch;
import io.limber.kit.http.Preconditions;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant does with stretches of its own: draft, edit, publish, retire. What is published is seen by readers within a moment,
 * told to others on the catalogue's topic, and kept as a revision for good.
 */
@ApplicationScoped
public class OwnStretches {
    private static final String NOUN = "own stretch";

    private final EditingTable table;
    private final DocumentTable documents;
    private final Snapshots snapshots;
    private final SnapshotConfig limits;
    private final CatalogEvents events;
    private final Audit audit;
    private final Clock clock;

    OwnStretches(
            EditingTable table,
            DocumentTable documents,
            Snapshots snapshots,
            SnapshotConfig limits,
            CatalogEvents events,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.documents = documents;
        this.snapshots = snapshots;
        this.limits = limits;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** To be called first in a transaction that changes several: it and others then follow one another. */
    @Transactional
    public void beginSeveral(TenantId tenant) {
        documents.lock(Owner.of(tenant));
    }

    /**
     * @throws ProblemException 404 when the tenant has none of this id
     */
    @Transactional
    public OwnStretch read(TenantId tenant, String id) {
        return table.find(tenant, id).orElseThrow(() -> ProblemException.notFound(NOUN, id));
    }

    @Transactional
    public Optional<OwnStretch> find(TenantId tenant, String id) {
        return table.find(tenant, id);
    }

    @Transactional
    public List<OwnStretch> list(TenantId tenant, String after, int most) {
        return table.list(tenant, after, most);
    }

    /**
     * @throws ProblemException 409 when the id was ever given out
     */
    @Transactional
    public OwnStretch draft(TenantId tenant, Actor actor, StretchDraft stretch) {
        ObjectNode draft = Drafts.of(stretch);
        requireFree(tenant, stretch.id());
        if (!table.add(tenant, stretch.id(), draft, clock.instant())) {
            throw taken(stretch.id());
        }
        audit.add(tenant, actor, Action.DRAFTED, stretch.id(), Audit.detail());
        return read(tenant, stretch.id());
    }

    /** Replaces the draft. */
    @Transactional
    public OwnStretch edit(TenantId tenant, Actor actor, StretchDraft stretch, Expected expected) {
        OwnStretch known = claim(tenant, stretch.id(), expected);
        requireInUse(known);
        ObjectNode draft = Drafts.of(stretch);
        table.change(tenant, known.id(), draft, clock.instant());
        audit.add(tenant, actor, Action.EDITED, known.id(), Audit.detail());
        return read(tenant, known.id());
    }

    /** Gives up the draft; a stretch that was never published is gone then, as if it had never been. */
    @Transactional
    public void discard(TenantId tenant, Actor actor, String id, Expected expected) {
        OwnStretch known = claim(tenant, id, expected);
        if (known.inForce().isEmpty()) {
            table.remove(tenant, id);
        } else if (known.draft().isPresent()) {
            table.change(tenant, id, null, clock.instant());
        } else {
            throw new ProblemException(
                    CatalogProblem.PUBLISHED_ALREADY,
                    "There is no draft to discard. Retire it if nobody is to be offered it.");
        }
        audit.add(tenant, actor, Action.DISCARDED, id, Audit.detail());
    }

    /**
     * Puts the draft in force as the next revision.
     *
     * @throws ProblemException 409 when the tenant has as many as it may; 422 with every field that is missing or wrong
     */
    @Transactional
    public OwnStretch publish(TenantId tenant, Actor actor, String id, Expected expected) {
        Owner owner = Owner.of(tenant);
        long change = documents.beginChange(owner);
        OwnStretch known = claim(tenant, id, expected);
        requireInUse(known);
        JsonNode draft = known.draft()
                .orElseThrow(() -> new ProblemException(CatalogProblem.NOTHING_TO_PUBLISH, "Edit it first."));
        if (known.inForce().isEmpty()) {
            // Since it was drafted, its id may have become a former one of another stretch.
            requireFree(tenant, id);
            requireRoom(tenant);
        }
        int revision = known.nextRevision();
        Stretch stretch =
                Drafts.publishable(draft, revision, snapshots.of(tenant).codes());
        lead(tenant, stretch);
        ObjectNode document = Drafts.withRevision(Drafts.canonical(draft), revision);
        documents.save(
                owner,
                Collection.STRETCH,
                new StoredDocument(id, revision, true, ContentHash.of(draft), document),
                clock.instant(),
                Optional.of(actor.name()));
        documents.mark(owner, id, change, Optional.empty());
        table.change(tenant, id, null, clock.instant());
        audit.add(tenant, actor, Action.PUBLISHED, id, Audit.detail().put("revision", revision));
        events.published(tenant, stretch);
        return read(tenant, id);
    }

    /**
     * Offers it to nobody any more. Its id goes on leading to it, so that routines made of it stay readable.
     *
     * @param replacedBy id of the stretch to do instead; null when there is none
     */
    @Transactional
    public OwnStretch retire(TenantId tenant, Actor actor, String id, @Nullable String replacedBy, Expected expected) {
        Owner owner = Owner.of(tenant);
        long change = documents.beginChange(owner);
        OwnStretch known = claim(tenant, id, expected);
        requireInUse(known);
        if (known.inForce().isEmpty()) {
            throw new ProblemException(CatalogProblem.NOT_PUBLISHED, "Discard the draft instead.");
        }
        if (replacedBy != null) {
            requireOther(tenant, id, replacedBy, expected);
        }
        documents.retire(owner, Collection.STRETCH, id);
        documents.mark(owner, id, change, Optional.ofNullable(replacedBy));
        table.change(tenant, id, null, clock.instant());
        audit.add(tenant, actor, Action.RETIRED, id, Audit.detail().put("replacedBy", replacedBy));
        events.retired(tenant, id);
        return read(tenant, id);
    }

    private void requireFree(TenantId tenant, String id) {
        // The tables know nothing of the ids by which stretches of the global catalogue were known before.
        if (table.isTaken(tenant, id) || snapshots.of(tenant).find(id).isPresent()) {
            throw taken(id);
        }
    }

    /** By what readers see: a moment late, and nothing to count in the database for each line of an import. */
    private void requireRoom(TenantId tenant) {
        if (snapshots.of(tenant).ownCount() >= limits.mostPerTenant()) {
            throw new ProblemException(
                    CatalogProblem.TOO_MANY_STRETCHES,
                    "A tenant may have " + limits.mostPerTenant()
                            + " published stretches, retired ones included. Edit one that is there, or ask the operator for more.");
        }
    }

    private static ProblemException taken(String id) {
        return new ProblemException(
                CatalogProblem.ID_TAKEN, "Choose another id than '" + id + "'; an id is never used again.");
    }

    private OwnStretch claim(TenantId tenant, String id, Expected expected) {
        OwnStretch known = table.claim(tenant, id).orElseThrow(() -> ProblemException.notFound(NOUN, id));
        expected.requireMatch(known.version());
        return known;
    }

    private static void requireInUse(OwnStretch known) {
        if (known.isRetired()) {
            throw new ProblemException(CatalogProblem.STRETCH_RETIRED, "Draft a new one under another id.");
        }
    }

    private void requireOther(TenantId tenant, String id, String replacedBy, Expected expected) {
        // What an import names may come with a later line of it.
        boolean isThere = expected == Expected.ANY ? Drafts.isId(replacedBy) : isAnother(tenant, id, replacedBy);
        if (!isThere || replacedBy.equals(id)) {
            throw ProblemException.field("/replacedBy", "'" + replacedBy + "' is no other stretch");
        }
    }

    /** Asks the table too: what was published a moment ago readers do not know yet. */
    private boolean isAnother(TenantId tenant, String id, String other) {
        return snapshots
                        .of(tenant)
                        .find(other)
                        .filter(shown -> !shown.stretch().id().equals(id))
                        .isPresent()
                || table.find(tenant, other).flatMap(OwnStretch::inForce).isPresent();
    }

    private void lead(TenantId tenant, Stretch stretch) {
        List<String> former = stretch.earlierIds();
        for (int index = 0; index < former.size(); index++) {
            boolean isAnothers = table.find(tenant, former.get(index)).isPresent()
                    || snapshots
                            .of(tenant)
                            .find(former.get(index))
                            .filter(shown -> !shown.stretch().id().equals(stretch.id()))
                            .isPresent();
            if (isAnothers || !table.lead(tenant, former.get(index), stretch.id())) {
                throw new ProblemException(
                        CatalogProblem.ID_TAKEN, "'" + former.get(index) + "' in /formerIds leads to another stretch.");
            }
        }
    }

    /** Which version the caller has seen. */
    @FunctionalInterface
    public interface Expected {
        /** Whatever is there, for imports. */
        Expected ANY = version -> {};

        /**
         * @throws ProblemException 428 or 412
         */
        void requireMatch(long version);

        static Expected of(@Nullable String ifMatch) {
            return version -> Preconditions.requireMatch(ifMatch, version);
        }
    }
}
