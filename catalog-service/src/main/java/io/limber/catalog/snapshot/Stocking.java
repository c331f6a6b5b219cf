package io.limber.catalog.snapshot;

import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.document.Owner;
import io.limber.catalog.search.StretchIndex;
import io.limber.catalog.snapshot.SnapshotTable.StretchRow;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Codes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads an owner's stock: all of it, or what changed since it was last read. */
final class Stocking {
    /** From so many documents on it pays to know what they have in common. */
    private static final int MANY = 100;

    /** As many as a packing can hold, more or less. */
    private static final int SAMPLES = 8;

    private final SnapshotTable table;
    private final Owner owner;
    private final Map<String, Holding> holdings;
    private final Map<String, String> formerIds;
    private final Map<String, Adaptation> adaptations;
    private final StretchIndex.Edit edit;
    private Packing packing;
    private long version;

    private Stocking(SnapshotTable table, Owner owner, Codes codes, Stock known) {
        this.table = table;
        this.owner = owner;
        this.holdings = new HashMap<>(known.holdings());
        this.formerIds = new HashMap<>(known.formerIds());
        this.adaptations = new HashMap<>(known.adaptations());
        this.edit = known.index()
                .orElseGet(() -> StretchIndex.empty(codes, owner.equals(Owner.GLOBAL)))
                .edit();
        this.packing = known.packing();
        this.version = known.version();
    }

    /** What the owner has now. */
    static Stock read(SnapshotTable table, Owner owner, Codes codes) {
        return new Stocking(table, owner, codes, Stock.NOTHING).bringUpToDate(-1);
    }

    /** What the owner has now, where {@code known} is what it had. */
    static Stock follow(SnapshotTable table, Owner owner, Codes codes, Stock known) {
        return new Stocking(table, owner, codes, known).bringUpToDate(known.version());
    }

    private Stock bringUpToDate(long since) {
        return table.reading(owner, connection -> {
            version = table.version(connection, owner);
            learn(connection);
            // Thousands of stretches are taken in one after the other, not held all at once.
            table.stretches(connection, owner, since, this::take);
            formerIds.putAll(table.formerIds(connection, owner, since));
            adapt(connection, since);
            return new Stock(
                    version,
                    Map.copyOf(holdings),
                    Map.copyOf(formerIds),
                    Map.copyOf(adaptations),
                    holdings.isEmpty() ? Optional.empty() : Optional.of(edit.done()),
                    packing);
        });
    }

    /** Makes a packing of the owner's own documents when there are many, and another when there are many more. */
    private void learn(Connection connection) throws SQLException {
        if (owner.equals(Owner.GLOBAL)) {
            return;
        }
        int count = holdings.isEmpty() ? table.count(connection, owner) : holdings.size();
        if (count >= MANY && count > 2 * packing.count()) {
            packing = new Packing(count, table.sample(connection, owner, SAMPLES));
        }
    }

    private void take(StretchRow row) {
        Stretch stretch = DocumentJson.read(DocumentJson.parse(row.json()), Stretch.class);
        Holding.Document document =
                owner.equals(Owner.GLOBAL) ? new Holding.Parsed(stretch) : Holding.Packed.of(packing, row.json());
        holdings.put(row.id(), new Holding(row.id(), row.retired(), row.replacedBy(), document));
        stretch.earlierIds().forEach(former -> formerIds.put(former, row.id()));
        if (row.retired()) {
            edit.remove(row.id());
        } else {
            edit.put(stretch);
        }
    }

    private void adapt(Connection connection, long since) throws SQLException {
        for (Adaptation adaptation : table.adaptations(connection, owner, since)) {
            if (adaptation.changesNothing()) {
                adaptations.remove(adaptation.id());
            } else {
                adaptations.put(adaptation.id(), adaptation);
            }
        }
    }
}
