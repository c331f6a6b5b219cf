package io.limber.catalog.document;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one collection in memory, for reading without the database. Every owner's are read under row-level
 * security on behalf of a tenant who may see them, and looked after at most once a second: what another replica wrote
 * shows here after a second and one query. When the database does not answer, what is known is served on.
 */
public final class Shelves<T> {
    private static final Logger LOG = Logger.getLogger(Shelves.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Tokens are signed, so owners are real tenants; this only bounds what years of them could pile up. */
    private static final int MOST_OWNERS = 10_000;

    private final Collection collection;
    private final Class<T> type;
    private final DocumentTable table;
    private final Clock clock;
    private final Map<Owner, Slot<T>> slots = new ConcurrentHashMap<>();

    public Shelves(Collection collection, Class<T> type, DocumentTable table, Clock clock) {
        this.collection = collection;
        this.type = type;
        this.table = table;
        this.clock = clock;
    }

    /** Everybody's documents and the tenant's own, by id; the tenant's own hides everybody's with the same id. */
    public SortedMap<String, T> visibleTo(TenantId tenant) {
        SortedMap<String, T> global = items(Owner.GLOBAL);
        SortedMap<String, T> own = items(Owner.of(tenant));
        if (own.isEmpty()) {
            return global;
        }
        SortedMap<String, T> both = new TreeMap<>(global);
        both.putAll(own);
        return both;
    }

    private SortedMap<String, T> items(Owner owner) {
        if (slots.size() > MOST_OWNERS) {
            slots.clear();
        }
        return current(owner, slots.computeIfAbsent(owner, any -> new Slot<>())).items();
    }

    private Shelf<T> current(Owner owner, Slot<T> slot) {
        Shelf<T> known = slot.shelf;
        if (known != null && isFresh(known)) {
            return known;
        }
        // Whoever has something to show does not queue behind the one who looks after it.
        if (known != null && !slot.lock.tryLock()) {
            return known;
        }
        if (known == null) {
            slot.lock.lock();
        }
        try {
            known = slot.shelf;
            Shelf<T> current = known != null && isFresh(known) ? known : lookAfter(owner, known);
            slot.shelf = current;
            return current;
        } finally {
            slot.lock.unlock();
        }
    }

    private boolean isFresh(Shelf<T> shelf) {
        return clock.instant().isBefore(shelf.checkedAt().plus(FRESH));
    }

    private Shelf<T> lookAfter(Owner owner, @Nullable Shelf<T> known) {
        Instant now = clock.instant();
        try {
            return QuarkusTransaction.joiningExisting().call(() -> {
                if (known != null && table.versions(owner, collection).equals(known.versions())) {
                    return known.checkedAgain(now);
                }
                return read(owner, now);
            });
        } catch (RuntimeException e) {
            if (known == null) {
                LOG.warnf(e, "Catalogue not readable: collection=%s", collection.table());
                throw new ProblemException(CommonProblem.UNAVAILABLE, "The catalogue cannot be read right now.");
            }
            LOG.warnf("Catalogue not refreshed, serving what is known: collection=%s error=%s", collection.table(), e);
            return known.checkedAgain(now);
        }
    }

    private Shelf<T> read(Owner owner, Instant now) {
        Map<String, String> versions = new TreeMap<>();
        SortedMap<String, T> items = new TreeMap<>();
        for (StoredDocument stored : table.findAll(owner, collection)) {
            if (stored.published()) {
                versions.put(stored.id(), stored.version());
                items.put(stored.id(), DocumentJson.read(stored.document(), type));
            }
        }
        return new Shelf<>(versions, Collections.unmodifiableSortedMap(items), now);
    }

    private static final class Slot<T> {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Shelf<T> shelf;
    }
}
