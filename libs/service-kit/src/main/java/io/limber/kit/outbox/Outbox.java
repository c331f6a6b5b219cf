package io.limber.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.limber.kit.events.Event;
import io.limber.kit.http.Trace;
import io.limber.kit.tenancy.TenantId;
import io.limber.kit.time.Ids;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Events that are published if and only if the transaction they were appended in commits.
 *
 * <p>The window this closes: a service that publishes after committing loses the event when it dies in between; one that
 * publishes before committing announces what never happened.
 */
@ApplicationScoped
public class Outbox {
    /** Below the broker's default limit of a record, with room for headers. */
    static final int LARGEST_PAYLOAD = 900_000;

    // xid before position, in this order: whoever holds a position has had a transaction id before it (ADR 0001).
    private static final String APPEND = """
            WITH own AS MATERIALIZED (SELECT pg_current_xact_id() AS xid)
            INSERT INTO outbox (position, xid, appended_at, tenant, topic, key, headers, payload)
            SELECT nextval('outbox_position'), own.xid, ?, ?, ?, ?, ?::jsonb, ? FROM own""";

    private final AgroalDataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxSignal signal;
    private final Trace trace;
    private final ObjectMapper json;
    private final Clock clock;
    private final String source;

    Outbox(
            AgroalDataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            OutboxSignal signal,
            Trace trace,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "limber.service") String service) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.signal = signal;
        this.trace = trace;
        this.json = json;
        this.clock = clock;
        this.source = "/limber/" + service;
    }

    /**
     * One insert in the caller's transaction; returns the event's id.
     *
     * @throws IllegalStateException outside a transaction
     */
    public UUID append(OutboxEvent event) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is appended in the transaction of its cause");
        }
        byte[] payload = event.payload();
        if (payload != null && payload.length > LARGEST_PAYLOAD) {
            throw new IllegalArgumentException("the event is larger than " + LARGEST_PAYLOAD + " bytes");
        }
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        insert(event, headers(event, id, now), now);
        wakeRelayAfterCommit();
        return id;
    }

    private void insert(OutboxEvent event, String headers, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setString(2, event.tenant().map(TenantId::value).orElse(null));
            statement.setString(3, event.topic());
            statement.setString(4, event.key());
            statement.setString(5, headers);
            statement.setBytes(6, event.payload());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String headers(OutboxEvent event, UUID id, Instant now) {
        Optional<String> traceparent =
                Arc.container().requestContext().isActive() ? Optional.of(trace.traceparent()) : Optional.empty();
        Event attributes =
                new Event(id.toString(), event.type(), source, event.key(), now, event.tenant(), traceparent);
        Map<String, String> headers = attributes.headers();
        headers.putAll(event.extensions());
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void wakeRelayAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    signal.raise();
                }
            }
        });
    }
}
