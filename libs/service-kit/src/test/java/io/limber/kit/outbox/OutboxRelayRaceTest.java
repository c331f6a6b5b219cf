package io.limber.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.localstack.KafkaBroker;
import io.limber.localstack.PostgresConfig;
import io.limber.localstack.PostgresServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the relay promises whatever happens at the same time: each row once, and an aggregate's rows in their order. */
@Timeout(120)
class OutboxRelayRaceTest {
    private static final String APPEND = """
            WITH own AS MATERIALIZED (SELECT pg_current_xact_id() AS xid)
            INSERT INTO outbox (position, xid, appended_at, topic, key, headers, payload)
            SELECT nextval('outbox_position'), own.xid, now(), ?, ?, '{"ce_id":"1"}'::jsonb, ? FROM own""";

    private static PostgresServer postgres;
    private static KafkaBroker kafka;

    private RelayStage stage;
    private final List<OutboxRelay> relays = new ArrayList<>();

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start(PostgresConfig.temporary());
        kafka = KafkaBroker.startTemporary();
    }

    @AfterAll
    static void stop() {
        kafka.close();
        postgres.close();
    }

    @BeforeEach
    void open() throws Exception {
        stage = new RelayStage(postgres, kafka);
    }

    @AfterEach
    void close() throws Exception {
        for (OutboxRelay relay : relays) {
            relay.onStop(new ShutdownEvent());
        }
        stage.close();
    }

    @Test
    void publishesOneAggregatesChangesInTheirOrderThoughTheirTransactionsBeganInAnother() throws SQLException {
        // Given: B has its transaction id first but waits for A's row; C between them stays open
        try (Connection b = stage.request();
                Connection c = stage.request();
                Connection a = stage.request()) {
            begin(b);
            begin(c);
            append(a, "change-1");
            a.commit();
            append(b, "change-2");
            b.commit();
            startRelay();
            // When
            c.commit();
            // Then
            assertThat(stage.published(2)).containsExactly("change-1", "change-2");
        }
    }

    @Test
    void neverSkipsARowOfATransactionThatIsSlowerThanItsSuccessors() throws SQLException {
        // Given: a relay at work, and a lower position that is not yet committed
        startRelay();
        try (Connection slow = stage.request();
                Connection quick = stage.request()) {
            append(quick, "before");
            quick.commit();
            assertThat(stage.published(1)).containsExactly("before");
            append(slow, "first");
            append(quick, "second");
            quick.commit();
            assertThat(stage.published(1)).containsExactly("before");
            // When
            slow.commit();
        }
        // Then
        assertThat(stage.published(3)).containsExactly("before", "first", "second");
    }

    @Test
    void takesNoBarrierForPassedWhileAnyPositionBelowItIsStillOpen() throws SQLException {
        // Given: two transactions with positions, neither ended, and the newest ids of all
        OutboxTable table = stage.table();
        try (Connection slow = stage.request();
                Connection quick = stage.request();
                Connection relay = table.connect()) {
            append(slow, "first");
            append(quick, "second");
            OutboxTable.Barrier barrier = table.barrier(relay);
            // When: the later one ends first
            quick.commit();
            // Then
            assertThat(table.oldestRunning(relay)).isLessThan(barrier.xid());
            slow.commit();
            assertThat(table.oldestRunning(relay)).isGreaterThanOrEqualTo(barrier.xid());
        }
    }

    @Test
    void dropsWhatWasRolledBack() throws SQLException {
        try (Connection request = stage.request()) {
            append(request, "never");
            request.rollback();
            append(request, "kept");
            request.commit();
        }
        startRelay();

        assertThat(stage.published(1)).containsExactly("kept");
    }

    @Test
    void doesNotRepeatWhatKafkaHasButTheTableStillHolds() throws SQLException {
        // Given: a relay died after the Kafka transaction and before it told the table
        try (Connection request = stage.request()) {
            append(request, "once");
            request.commit();
        }
        try (Connection connection = stage.table().connect();
                RelayProducer dead = RelayProducer.open(stage.settings(), stage.service(), stage.topic())) {
            dead.publish(stage.table().read(connection, 0, Long.MAX_VALUE, 10));
        }
        // When
        startRelay();
        try (Connection request = stage.request()) {
            append(request, "after");
            request.commit();
        }
        // Then
        assertThat(stage.published(2)).containsExactly("once", "after");
    }

    @Test
    void publishesEachRowOnceWhenTwoRelaysRaceAndTheLeaderStops() throws Exception {
        // Given
        startRelay();
        startRelay();
        int rows = 2_000;
        // When
        for (int first = 0; first < rows; first += 100) {
            try (Connection request = stage.request()) {
                for (int row = first; row < first + 100; row++) {
                    append(request, "row-" + row);
                }
                request.commit();
            }
            if (first == rows / 2) {
                relays.get(0).onStop(new ShutdownEvent());
            }
        }
        // Then
        assertThat(stage.published(rows))
                .containsExactlyElementsOf(
                        IntStream.range(0, rows).mapToObj(row -> "row-" + row).toList());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(stage.table().backlog().rows()).isZero());
    }

    private void startRelay() {
        OutboxRelay relay = stage.relay();
        relays.add(relay);
        relay.onStart(new StartupEvent());
    }

    private static void begin(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_current_xact_id()")) {
            statement.execute();
        }
    }

    private void append(Connection connection, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setString(1, stage.topic());
            statement.setString(2, "aggregate");
            statement.setBytes(3, value.getBytes(StandardCharsets.UTF_8));
            statement.executeUpdate();
        }
    }
}
