package io.limber.catalog.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.limber.catalog.document.Collection;
import io.limber.catalog.document.Owner;
import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.snapshot.Snapshot.Global;
import io.limber.catalog.vocabulary.Codes;
import io.limber.catalog.vocabulary.Vocabulary;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot of each tenant that somebody asks for. Readers take what is there and never wait for the database, but for the
 * first one of a tenant. When the database does not answer, what is known is served on.
 */
@ApplicationScoped
public class Snapshots {
    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    private final SnapshotTable table;
    private final Cache<Owner, Slot> slots;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Everybodys everybodys;

    Snapshots(SnapshotTable table, SnapshotConfig config) {
        this.table = table;
        this.slots = Caffeine.newBuilder().expireAfterAccess(config.forget()).build();
    }

    /**
     * @throws ProblemException 503 when nothing is known of it yet and the database does not answer
     */
    public Snapshot of(TenantId tenant) {
        Slot slot = slots.get(Owner.of(tenant), owner -> new Slot());
        Snapshot known = slot.snapshot;
        return known == null ? first(Owner.of(tenant), slot) : known;
    }

    /** The tenant's snapshot if it is in memory. */
    public @Nullable Snapshot ready(TenantId tenant) {
        Slot slot = slots.getIfPresent(Owner.of(tenant));
        return slot == null ? null : slot.snapshot;
    }

    private Snapshot first(Owner owner, Slot slot) {
        slot.lock.lock();
        try {
            Snapshot known = slot.snapshot;
            if (known == null) {
                Everybodys all = everybody();
                Stock stock = Stocking.read(table, owner, all.global.codes());
                known = put(slot, all, stock);
            }
            return known;
        } catch (RuntimeException e) {
            LOG.warnf(e, "Catalogue not readable: tenantId=%s", owner.value());
            throw new ProblemException(CommonProblem.UNAVAILABLE, "The catalogue cannot be read right now.");
        } finally {
            slot.lock.unlock();
        }
    }

    /** What everybody sees; read once, then followed. */
    private Everybodys everybody() {
        Everybodys known = everybodys;
        if (known != null) {
            return known;
        }
        reading.lock();
        try {
            known = everybodys;
            if (known == null) {
                known = read();
                everybodys = known;
            }
            return known;
        } finally {
            reading.unlock();
        }
    }

    private Everybodys read() {
        SortedMap<String, Vocabulary> vocabularies = table.reading(
                Owner.GLOBAL,
                connection ->
                        byId(table.documents(connection, Collection.VOCABULARY, Vocabulary.class), Vocabulary::name));
        SortedMap<String, Guidance> guidance = table.reading(
                Owner.GLOBAL,
                connection -> byId(table.documents(connection, Collection.GUIDANCE, Guidance.class), Guidance::id));
        Codes codes = Codes.of(vocabularies.values());
        Global global = new Global(Stocking.read(table, Owner.GLOBAL, codes), codes, vocabularies, guidance);
        return new Everybodys(global, new Snapshot(global, Stock.NOTHING));
    }

    private static <T> SortedMap<String, T> byId(List<T> documents, Function<T, String> id) {
        SortedMap<String, T> all = new TreeMap<>();
        documents.forEach(document -> all.put(id.apply(document), document));
        return all;
    }

    /** Brings up to date what has changed since the last look. For one thread. */
    void follow() throws SQLException {
        Everybodys all = everybodys;
        if (all == null) {
            return;
        }
        // A copy of the entries: looking them up one by one would count as asking, and nobody would be forgotten.
        Map<Owner, Slot> known = new HashMap<>();
        slots.asMap().forEach(known::put);
        List<Owner> owners = new ArrayList<>(known.keySet());
        owners.add(Owner.GLOBAL);
        Map<Owner, Long> versions = table.versionsAcrossTenants(owners);
        if (versions.getOrDefault(Owner.GLOBAL, 0L) != all.global.stock().version()) {
            all = read();
            everybodys = all;
        }
        RuntimeException failure = null;
        for (Map.Entry<Owner, Slot> one : known.entrySet()) {
            try {
                follow(one.getKey(), one.getValue(), all, versions.getOrDefault(one.getKey(), 0L));
            } catch (RuntimeException e) {
                // What one tenant has that cannot be read keeps nobody else from following.
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void follow(Owner owner, Slot slot, Everybodys all, long version) {
        // Somebody reads it for the first time right now, and will see what is there.
        if (!slot.lock.tryLock()) {
            return;
        }
        try {
            Snapshot known = slot.snapshot;
            Stock stock = slot.stock;
            if (known == null) {
                return;
            }
            if (stock.version() != version) {
                stock = Stocking.follow(table, owner, all.global.codes(), stock);
            }
            if (!known.isOf(all.global, stock)) {
                put(slot, all, stock);
            }
        } finally {
            slot.lock.unlock();
        }
    }

    /** Reads those with most stretches before somebody asks for them. */
    void warm(int from, int most) throws SQLException {
        for (Owner owner : table.largestAcrossTenants(from, most)) {
            Slot slot = slots.get(owner, any -> new Slot());
            if (slot.snapshot == null) {
                try {
                    var unused = first(owner, slot);
                    LOG.infof("Catalogue ready: tenantId=%s", owner.value());
                } catch (ProblemException e) {
                    // Logged already. The others are no worse for it.
                }
            }
        }
    }

    private static Snapshot put(Slot slot, Everybodys all, Stock stock) {
        Snapshot snapshot = stock.isEmpty() ? all.alone : new Snapshot(all.global, stock);
        slot.stock = stock;
        slot.snapshot = snapshot;
        return snapshot;
    }

    /**
     * @param alone what a tenant sees that has nothing of its own
     */
    private record Everybodys(Global global, Snapshot alone) {}

    private static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private Stock stock = Stock.NOTHING;
        private volatile @Nullable Snapshot snapshot;
    }
}
