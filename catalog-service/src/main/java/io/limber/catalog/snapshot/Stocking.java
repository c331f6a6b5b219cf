package io.limber.catalog.snapshot;

import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.document.Owner;
import io.limber.catalog.search.StretchIndex;
import io.limber.catalog.snapshot.SnapshotTable.StretchRow;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Codes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an owner's stock: all of it, or what changed since it was last read. */
final class Stocking {
    private final SnapshotTable table;
    private final Owner owner;
    private final Map<String, Holding> holdings;
    private final Map<String, String> formerIds;
    private final Map<String, Adaptation> adaptations;
    private final List<Stretch> changed = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private Optional<StretchIndex> index;
    private long version;

    private Stocking(SnapshotTable table, Owner owner, Stock known) {
        this.table = table;
        this.owner = owner;
        this.holdings = new HashMap<>(known.holdings());
        this.formerIds = new HashMap<>(known.formerIds());
        this.adaptations = new HashMap<>(known.adaptations());
        this.index = known.index();
        this.version = known.version();
    }

    /** What the owner has now. */
    static Stock read(SnapshotTable table, Owner owner, Codes codes) {
        return new Stocking(table, owner, Stock.NOTHING).bringUpToDate(codes, -1);
    }

    /** What the owner has now, where {@code known} is what it had. */
    static Stock follow(SnapshotTable table, Owner owner, Codes codes, Stock known) {
        return new Stocking(table, owner, known).bringUpToDate(codes, known.version());
    }

    private Stock bringUpToDate(Codes codes, long since) {
        return table.reading(owner, connection -> {
            version = table.version(connection, owner);
            if (index.isEmpty()) {
                // Thousands of stretches are taken in one after the other, not held all at once.
                StretchIndex all = StretchIndex.of(codes, owner.equals(Owner.GLOBAL), Stream.empty());
                index = Optional.of(all);
            }
            table.stretches(connection, owner, since, this::take);
            index = index.map(this::reindexed);
            formerIds.putAll(table.formerIds(connection, owner, since));
            adapt(connection, since);
            return new Stock(
                    version,
                    Map.copyOf(holdings),
                    Map.copyOf(formerIds),
                    Map.copyOf(adaptations),
                    holdings.isEmpty() ? Optional.empty() : index);
        });
    }

    private void take(StretchRow row) {
        Stretch stretch = DocumentJson.read(DocumentJson.parse(row.json()), Stretch.class);
        Holding.Document document =
                owner.equals(Owner.GLOBAL) ? new Holding.Parsed(stretch) : Holding.Packed.of(row.json());
        holdings.put(row.id(), new Holding(row.id(), row.retired(), row.replacedBy(), document));
        stretch.earlierIds().forEach(former -> formerIds.put(former, row.id()));
        if (row.retired()) {
            gone.add(row.id());
        } else {
            changed.add(stretch);
        }
        if (changed.size() >= 500) {
            index = index.map(this::reindexed);
        }
    }

    private StretchIndex reindexed(StretchIndex known) {
        StretchIndex next = changed.isEmpty() && gone.isEmpty() ? known : known.with(changed, gone);
        changed.clear();
        gone.clear();
        return next;
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
