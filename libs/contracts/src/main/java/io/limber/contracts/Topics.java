package io.limber.contracts;

import java.util.List;

/** Names of the Kafka topics. */
public final class Topics {
    /**
     * Key: stretch id; of a tenant's own stretch {@link #catalogKey}, of an adaptation {@link #adaptationKey}. Compacted. Full
     * state of a published stretch, a tombstone when it is retired; full state of an adaptation.
     */
    public static final String CATALOG = "limber.catalog";

    /** Key: plan id. Compacted. Full state of a plan's schedule, version increasing; a tombstone after its end. */
    public static final String SCHEDULES = "limber.schedules";

    /** Key: plan id, partition: the plan's bucket. Seven days. One record per reminder that is due. */
    public static final String REMINDERS = "limber.reminders";

    /** Key: plan id. Thirty days. What became of each reminder. */
    public static final String NOTIFICATIONS = "limber.notifications";

    /** Partitions of every topic unless configured otherwise. */
    public static final int PARTITIONS = 16;

    /** Every topic above. */
    public static final List<String> ALL = List.of(CATALOG, SCHEDULES, REMINDERS, NOTIFICATIONS);

    private Topics() {}

    /** Key of a tenant's own stretch; a tenant's id has no slash. */
    public static String catalogKey(String tenant, String stretchId) {
        return tenant + "/" + stretchId;
    }

    /** Key of what a tenant makes of a global stretch. */
    public static String adaptationKey(String tenant, String stretchId) {
        return catalogKey(tenant, stretchId) + "/adaptation";
    }

    /** Where a record of {@code topic} goes that could not be decoded or applied. */
    public static String deadLetters(String topic) {
        return topic + ".dlq";
    }
}
