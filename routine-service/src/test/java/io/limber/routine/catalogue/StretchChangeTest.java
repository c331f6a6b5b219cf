package io.limber.routine.catalogue;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.contracts.Contracts;
import io.limber.contracts.Contraindication;
import io.limber.contracts.EventTypes;
import io.limber.contracts.Topics;
import io.limber.kit.events.Event;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import io.limber.kit.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchChangeTest {
    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full", "two-sides"})
    void readsTheGoldenSamples(String sample) throws Exception {
        byte[] payload = resource(Contracts.sample(EventTypes.STRETCH_PUBLISHED, sample));
        String id = EventJson.MAPPER.readTree(payload).get("id").asText();

        StretchChange change = StretchChange.of(record(id, payload, Optional.empty()));

        assertThat(change).isInstanceOfSatisfying(StretchChange.Published.class, published -> {
            assertThat(published.id()).isEqualTo(id);
            assertThat(published.tenant()).isEqualTo(StretchChange.EVERYBODY);
        });
    }

    @Test
    void aTenantsOwnStretchIsTheTenants() throws Exception {
        byte[] payload = EventJson.write(stretch("own").published());

        StretchChange change = StretchChange.of(record("own", payload, Optional.of(new TenantId("acme"))));

        assertThat(change.tenant()).isEqualTo("acme");
    }

    @Test
    void aTombstoneRetires() throws Exception {
        assertThat(StretchChange.of(record("gone", null, Optional.empty())))
                .isEqualTo(new StretchChange.Retired(StretchChange.EVERYBODY, "gone"));
    }

    @Test
    void refusesAnotherKey() {
        assertThatThrownBy(() -> StretchChange.of(
                        record("other", EventJson.write(stretch("one").published()), Optional.empty())))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessage("the key is not the id of the stretch");
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() ->
                        StretchChange.of(record("one", "{oops".getBytes(StandardCharsets.UTF_8), Optional.empty())))
                .isInstanceOf(UndecodableEvent.class);
    }

    @Test
    void refusesWithoutHeaders() {
        assertThatThrownBy(() -> StretchChange.of(new ConsumerRecord<>(Topics.CATALOG, 0, 0, "one", new byte[0])))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining("ce_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "kind", "position", "contraindications", "regions"})
    void refusesWhatLacksAFieldItNeeds(String field) {
        assertRefused(stretch -> stretch.remove(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdSeconds", "repetitions", "sets", "sides"})
    void refusesADoseThatLacksAFieldItNeeds(String field) {
        assertRefused(stretch -> ((ObjectNode) stretch.get("dose")).remove(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "action", "reason"})
    void refusesAContraindicationThatLacksAField(String field) {
        assertRefused(stretch -> ((ObjectNode) ((ArrayNode) stretch.get("contraindications")).get(0)).remove(field));
    }

    @Test
    void refusesARevisionThatIsNotPositive() {
        assertRefused(stretch -> stretch.put("revision", 0));
    }

    private static void assertRefused(Consumer<ObjectNode> spoil) {
        ObjectNode stretch = EventJson.MAPPER.valueToTree(stretch("one")
                .against("GLAUCOMA", Contraindication.Action.AVOID)
                .published());
        spoil.accept(stretch);

        assertThatThrownBy(() -> StretchChange.of(
                        record("one", stretch.toString().getBytes(StandardCharsets.UTF_8), Optional.empty())))
                .isInstanceOf(UndecodableEvent.class);
    }

    private static ConsumerRecord<String, byte[]> record(
            String key, byte @Nullable [] payload, Optional<TenantId> tenant) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(Topics.CATALOG, 0, 0, key, payload);
        new Event("id", EventTypes.STRETCH_PUBLISHED, "/limber/catalog", key, Instant.EPOCH, tenant, Optional.empty())
                .headers()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = StretchChangeTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
