package io.limber.routine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.limber.contracts.Contracts;
import io.limber.contracts.EventTypes;
import io.limber.contracts.Topics;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What consumers see of plans; everything read is held against the schema. */
final class ScheduleTopic implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource(Contracts.schema(EventTypes.SCHEDULE_CHANGED)), InputFormat.JSON);

    private final TopicReader reader = TopicReader.open(Topics.SCHEDULES);

    /** The first {@code count} records of a plan. */
    List<TopicRecord> of(String planId, int count) {
        List<TopicRecord> records = reader
                .readUntil(
                        seen -> seen.stream()
                                        .filter(record -> planId.equals(record.key()))
                                        .count()
                                >= count,
                        LIMIT)
                .stream()
                .filter(record -> planId.equals(record.key()))
                .toList();
        records.stream().map(TopicRecord::value).filter(Objects::nonNull).forEach(ScheduleTopic::assertFitsSchema);
        return records;
    }

    /** Version and state of each, in short. */
    static List<String> states(List<TopicRecord> records) {
        return records.stream()
                .map(record -> record.value() == null
                        ? "tombstone"
                        : record.json().at("/version").asInt() + " "
                                + record.json().at("/state").asText())
                .toList();
    }

    @Override
    public void close() {
        reader.close();
    }

    static void assertFitsSchema(String json) {
        assertThat(SCHEMA.validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isEmpty();
    }

    static String resource(String name) {
        try (InputStream in = ScheduleTopic.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
