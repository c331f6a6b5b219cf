package io.limber.reminder.schedule;

import io.agroal.api.AgroalDataSource;
import io.limber.contracts.EventHeaders;
import io.limber.kit.time.TzdbElsewhere;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Which time-zone rules the senders of schedules compute previews with. In the database, so that every replica knows
 * it, and knows it after a restart.
 */
@ApplicationScoped
class TzdbOfSenders implements TzdbElsewhere {
    private static final Logger LOG = Logger.getLogger(TzdbOfSenders.class);
    private static final Pattern SOURCE = Pattern.compile("/limber/[a-z]{1,30}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+-]{1,32}");

    // A compacted topic read again has old words in it: the latest by the event's own time counts.
    private static final String SAY = """
            INSERT INTO tzdb_elsewhere AS t (source, version, said_at) VALUES (?, ?, ?)
            ON CONFLICT (source) DO UPDATE SET version = excluded.version, said_at = excluded.said_at
             WHERE t.said_at < excluded.said_at""";

    private static final String READ = "SELECT source, version FROM tzdb_elsewhere";

    private final AgroalDataSource loop;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    TzdbOfSenders(@DataSource("loop") AgroalDataSource loop) {
        this.loop = loop;
    }

    /** Notes what the last record of each partition says; whatever goes wrong with it, nothing else suffers. */
    void seen(ConsumerRecords<?, ?> records) {
        for (TopicPartition partition : records.partitions()) {
            List<? extends ConsumerRecord<?, ?>> own = records.records(partition);
            if (!own.isEmpty()) {
                seen(own.getLast());
            }
        }
    }

    private void seen(ConsumerRecord<?, ?> record) {
        String source = header(record, EventHeaders.SOURCE);
        String version = header(record, EventHeaders.TZDB);
        if (version.equals(known.get(source))
                || !SOURCE.matcher(source).matches()
                || !VERSION.matcher(version).matches()) {
            return;
        }
        try {
            say(source, version, Instant.parse(header(record, EventHeaders.TIME)));
        } catch (SQLException | DateTimeException e) {
            LOG.debugf(e, "Time-zone rules of a sender not noted");
        }
    }

    private void say(String source, String version, Instant at) throws SQLException {
        try (Connection connection = loop.getConnection();
                PreparedStatement statement = connection.prepareStatement(SAY)) {
            statement.setString(1, source);
            statement.setString(2, version);
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            if (statement.executeUpdate() == 1) {
                known.put(source, version);
            }
        }
    }

    @Override
    public Map<String, String> versions() {
        try (Connection connection = loop.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            Map<String, String> versions = new TreeMap<>();
            while (row.next()) {
                versions.put(row.getString(1), row.getString(2));
            }
            return versions;
        } catch (SQLException e) {
            return Map.copyOf(known);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
