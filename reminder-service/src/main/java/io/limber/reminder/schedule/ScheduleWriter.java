package io.limber.reminder.schedule;

import io.limber.kit.events.DeadLetters;
import io.limber.kit.events.Patience;
import io.limber.reminder.bucket.DatabaseFault;
import io.limber.reminder.bucket.Lease;
import io.limber.reminder.bucket.LostLease;
import io.limber.reminder.bucket.Ownership;
import io.limber.reminder.schedule.ScheduleBatch.Decoded;
import io.limber.reminder.schedule.ScheduleBatch.Part;
import io.limber.reminder.schedule.ScheduleBatch.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Brings batches of schedule records into the database, and those that do not go into it to the dead letters. */
@ApplicationScoped
class ScheduleWriter {
    private static final Logger LOG = Logger.getLogger(ScheduleWriter.class);
    private static final String CHANNEL = "schedules";

    private final Ownership ownership;
    private final ScheduleIngest ingest;
    private final DeadLetters deadLetters;
    private final Patience patience;

    ScheduleWriter(Ownership ownership, ScheduleIngest ingest, DeadLetters deadLetters, Patience patience) {
        this.ownership = ownership;
        this.ingest = ingest;
        this.deadLetters = deadLetters;
        this.patience = patience;
    }

    /**
     * Tries until it is done or no bucket of the batch is ours any more.
     *
     * @return by bucket the offset up to which everything is in the database; none of buckets that are not ours
     */
    Map<Integer, Long> write(ScheduleBatch batch) {
        Map<Integer, Long> done = new HashMap<>();
        patience.untilDone(CHANNEL, () -> batch.isOursInPart(ownership), () -> {
            done.clear();
            done.putAll(apply(batch));
        });
        return done;
    }

    private Map<Integer, Long> apply(ScheduleBatch batch) {
        Map<Lease, Part> ours = new LinkedHashMap<>();
        for (Part part : batch.parts()) {
            ownership.lease(part.bucket(), part.term()).ifPresent(lease -> ours.put(lease, part));
        }
        ours.values().forEach(this::putAside);
        try {
            applyTogether(ours.keySet(), ours.values());
        } catch (LostLease e) {
            return applyEach(ours);
        }
        return ends(ours.values());
    }

    private Map<Integer, Long> applyEach(Map<Lease, Part> ours) {
        Map<Integer, Long> done = new HashMap<>();
        ours.forEach((lease, part) -> {
            try {
                applyTogether(List.of(lease), List.of(part));
                done.put(part.bucket(), part.end());
            } catch (LostLease e) {
                LOG.warnf("Schedule records left to the bucket's new owner: %s", e.getMessage());
            }
        });
        return done;
    }

    private void applyTogether(Collection<Lease> leases, Collection<Part> parts) {
        List<Decoded> records =
                parts.stream().flatMap(part -> part.readable().stream()).toList();
        if (records.isEmpty()) {
            return;
        }
        try {
            ingest.apply(leases, records.stream().map(Decoded::change).toList());
        } catch (DatabaseFault e) {
            if (!e.refusesTheData()) {
                throw e;
            }
            applyOneByOne(leases, records);
        }
    }

    /** Something in the batch cannot be stored: the rest must not suffer for it. */
    private void applyOneByOne(Collection<Lease> leases, List<Decoded> records) {
        for (Decoded record : records) {
            try {
                ingest.apply(leases, List.of(record.change()));
            } catch (DatabaseFault e) {
                if (!e.refusesTheData()) {
                    throw e;
                }
                deadLetters.send(record.record(), "the database refuses this schedule");
            }
        }
    }

    /** Once each, however often the batch is tried. */
    private void putAside(Part part) {
        for (Iterator<Refused> rest = part.refused().iterator(); rest.hasNext(); rest.remove()) {
            Refused refused = rest.next();
            deadLetters.send(refused.record(), refused.reason());
        }
    }

    private static Map<Integer, Long> ends(Collection<Part> parts) {
        Map<Integer, Long> ends = new HashMap<>();
        parts.forEach(part -> ends.put(part.bucket(), part.end()));
        return ends;
    }
}
