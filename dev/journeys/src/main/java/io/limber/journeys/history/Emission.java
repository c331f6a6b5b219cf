package io.limber.journeys.history;

import java.time.Instant;

/**
 * A record of {@code limber.reminders} as a {@code read_committed} reader saw it.
 *
 * @param offset its place among the records of its partition
 * @param id the CloudEvents id
 * @param stampedAt when its producer made the record, to the millisecond
 * @param receivedAt when a reader that was waiting for it got it
 */
public record Emission(
        int partition,
        long offset,
        String planId,
        String tenant,
        String id,
        Instant dueAt,
        Instant stampedAt,
        Instant receivedAt) {}
