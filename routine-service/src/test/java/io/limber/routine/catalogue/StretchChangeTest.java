package io.limber.routine.catalogue;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.contracts.Contracts;
import io.limber.contracts.Contraindication;
import io.limber.contracts.EventTypes;
import io.limber.contracts.StretchAdapted;
import io.limber.contracts.Topics;
import io.limber.kit.events.Event;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import io.limber.kit.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchChangeTest {
    private static final Optional<TenantId> ACME = Optional.of(new TenantId("acme"));

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full", "two-sides", "translated"})
    void readsTheGoldenSamples(String sample) throws Exception {
        byte[] payload = resource(Contracts.sample(EventTypes.STRETCH_PUBLISHED, sample));
        String id = EventJson.MAPPER.readTree(payload).get("id").asText();

        StretchChange change = StretchChange.of(record(id, payload, Optional.empty()));

        assertThat(change).isInstanceOfSatisfying(StretchChange.Published.class, published -> {
            assertThat(published.id()).isEqualTo(id);
            assertThat(published.tenant()).isEqualTo(CatalogueKey.EVERYBODY);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full", "hidden"})
    void readsTheGoldenSamplesOfAdaptations(String sample) throws Exception {
        byte[] payload = resource(Contracts.sample(EventTypes.STRETCH_ADAPTED, sample));
        StretchAdapted adaptation = EventJson.read(payload, StretchAdapted.class);

        StretchChange change = StretchChange.of(adapted("acme/" + adaptation.id() + "/adaptation", payload, ACME));

        assertThat(change).isEqualTo(new StretchChange.Adapted("acme", adaptation));
    }

    @Test
    void aTenantsOwnStretchIsTheTenants() throws Exception {
        byte[] payload = EventJson.write(stretch("own").published());

        StretchChange change = StretchChange.of(record("acme/own", payload, ACME));

        assertThat(change.tenant()).isEqualTo("acme");
        assertThat(change.id()).isEqualTo("own");
    }

    @Test
    void aTombstoneRetires() throws Exception {
        assertThat(StretchChange.of(record("gone", null, Optional.empty())))
                .isEqualTo(new StretchChange.Retired(CatalogueKey.EVERYBODY, "gone"));
        assertThat(StretchChange.of(record("acme/gone", null, ACME)))
                .isEqualTo(new StretchChange.Retired("acme", "gone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "acme/one"})
    void refusesAnotherKeyOfAGlobalStretch(String key) {
        assertThatThrownBy(() -> StretchChange.of(
                        record(key, EventJson.write(stretch("one").published()), Optional.empty())))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageStartingWith("the key is not that of ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "acme/other", "acme/one/adaptation", "other/one", "acme2/one", "acme/", "/one"})
    void refusesAnotherKeyOfATenantsStretch(String key) {
        assertThatThrownBy(() -> StretchChange.of(
                        record(key, EventJson.write(stretch("one").published()), ACME)))
                .isInstanceOf(UndecodableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "other/one", "acme/one/adaptation", "acme/"})
    void refusesATombstoneThatIsNotTheTenants(String key) {
        assertThatThrownBy(() -> StretchChange.of(record(key, null, ACME))).isInstanceOf(UndecodableEvent.class);
    }

    @Test
    void refusesATenantsTombstoneWithoutTheTenant() {
        assertThatThrownBy(() -> StretchChange.of(record("acme/one", null, Optional.empty())))
                .isInstanceOf(UndecodableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "acme/one", "acme/other/adaptation", "other/one/adaptation", "one/adaptation"})
    void refusesAnotherKeyOfAnAdaptation(String key) {
        assertThatThrownBy(() -> StretchChange.of(
                        adapted(key, EventJson.write(new StretchAdapted("one", 1, true, Map.of())), ACME)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessage("the key is not that of the adaptation");
    }

    @Test
    void refusesAnAdaptationOfNobody() {
        assertThatThrownBy(() -> StretchChange.of(adapted(
                        "*/one/adaptation",
                        EventJson.write(new StretchAdapted("one", 1, true, Map.of())),
                        Optional.empty())))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining("ce_tenant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"one\", \"version\": 0, \"hidden\": true, \"wording\": {}}",
                "{\"id\": \"one\", \"hidden\": true, \"wording\": {}}",
                "{\"id\": \"one\", \"version\": 1, \"wording\": {}}",
                "{\"id\": \"one\", \"version\": 1, \"hidden\": true}",
                "{\"version\": 1, \"hidden\": true, \"wording\": {}}"
            })
    void refusesAnAdaptationThatLacksAFieldItNeeds(String payload) {
        assertThatThrownBy(() -> StretchChange.of(
                        adapted("acme/one/adaptation", payload.getBytes(StandardCharsets.UTF_8), ACME)))
                .isInstanceOf(UndecodableEvent.class);
    }

    @Test
    void refusesATypeThatIsNotTheCatalogues() {
        assertThatThrownBy(() -> StretchChange.of(record(EventTypes.SCHEDULE_CHANGED, "one", new byte[0], ACME)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessage("the type is none of the catalogue's");
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
        return record(EventTypes.STRETCH_PUBLISHED, key, payload, tenant);
    }

    private static ConsumerRecord<String, byte[]> adapted(String key, byte[] payload, Optional<TenantId> tenant) {
        return record(EventTypes.STRETCH_ADAPTED, key, payload, tenant);
    }

    private static ConsumerRecord<String, byte[]> record(
            String type, String key, byte @Nullable [] payload, Optional<TenantId> tenant) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(Topics.CATALOG, 0, 0, key, payload);
        new Event("id", type, "/limber/catalog", key, Instant.EPOCH, tenant, Optional.empty())
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
