package io.limber.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.Topics;
import io.limber.kit.outbox.OutboxSignal;
import io.limber.testkit.TestStack;
import io.limber.testkit.TopicRecord;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** Writers whose commits overtake each other while the relay looks without pause. */
@ReminderServiceTest
class OutboxRaceTest {
    private static final int WRITERS = 8;
    private static final int EACH = 200;
    private static final String APPEND = """
            WITH own AS MATERIALIZED (SELECT pg_current_xact_id() AS xid)
            INSERT INTO outbox (position, xid, appended_at, tenant, topic, key, headers, payload)
            SELECT nextval('outbox_position'), own.xid, now(), ?, ?, ?, '{}'::jsonb, ? FROM own""";

    @Inject
    OutboxSignal signal;

    @Test
    @Timeout(120)
    void noEventIsPassedOver() throws Exception {
        // Given
        String tenant = Platform.fresh().tenant();
        String key = UUID.randomUUID().toString();

        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<@Nullable Void>> writers = IntStream.range(0, WRITERS)
                    .<Callable<@Nullable Void>>mapToObj(writer -> () -> write(tenant, key, writer))
                    .toList();
            for (Future<@Nullable Void> done : threads.invokeAll(writers)) {
                done.get();
            }
        }

        // Then
        assertThat(Notifications.of(key, WRITERS * EACH))
                .extracting(TopicRecord::value)
                .hasSize(WRITERS * EACH)
                .doesNotHaveDuplicates();
    }

    private @Nullable Void write(String tenant, String key, int writer) throws SQLException {
        try (Connection connection = connect()) {
            for (int i = 0; i < EACH; i++) {
                append(connection, tenant, key, writer + "-" + i);
                signal.raise();
                connection.commit();
                signal.raise();
            }
        }
        return null;
    }

    private static void append(Connection connection, String tenant, String key, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setString(1, tenant);
            statement.setString(2, Topics.NOTIFICATIONS);
            statement.setString(3, key);
            statement.setBytes(4, value.getBytes(StandardCharsets.UTF_8));
            statement.executeUpdate();
        }
    }

    private static Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(TestStack.jdbcUrl("limber_reminder"));
        source.setUser("limber_reminder_loop");
        source.setPassword(TestStack.PASSWORD);
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
