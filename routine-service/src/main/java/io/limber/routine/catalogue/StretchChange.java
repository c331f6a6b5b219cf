package io.limber.routine.catalogue;

import io.limber.contracts.Contraindication;
import io.limber.contracts.Dose;
import io.limber.contracts.EventTypes;
import io.limber.contracts.StretchPublished;
import io.limber.kit.events.Event;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import io.limber.kit.tenancy.TenantId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a record of the catalogue's topic asks for. */
sealed interface StretchChange {
    /** The global catalogue's place among the tenants. */
    String EVERYBODY = "*";

    String tenant();

    String id();

    /** A new or changed stretch. */
    record Published(String tenant, StretchPublished stretch) implements StretchChange {
        @Override
        public String id() {
            return stretch.id();
        }
    }

    /** A stretch that is no longer offered. */
    record Retired(String tenant, String id) implements StretchChange {}

    /**
     * @throws UndecodableEvent when the record can never be applied
     */
    static StretchChange of(ConsumerRecord<String, byte[]> record) throws UndecodableEvent {
        Event event = Event.of(record);
        String tenant = event.tenant().map(TenantId::value).orElse(EVERYBODY);
        String key = record.key();
        if (isBlank(key)) {
            throw new UndecodableEvent("the record has no key");
        }
        byte[] payload = record.value();
        if (payload == null) {
            return new Retired(tenant, key);
        }
        if (!event.type().equals(EventTypes.STRETCH_PUBLISHED)) {
            throw new UndecodableEvent("the type is not " + EventTypes.STRETCH_PUBLISHED);
        }
        StretchPublished stretch = EventJson.read(payload, StretchPublished.class);
        requireUsable(stretch, key);
        return new Published(tenant, stretch);
    }

    // A reader that ignores unknown fields also lets known ones be absent.
    private static void requireUsable(StretchPublished stretch, String key) throws UndecodableEvent {
        if (!key.equals(stretch.id())) {
            throw new UndecodableEvent("the key is not the id of the stretch");
        }
        try {
            var unused = new StretchId(key);
        } catch (IllegalArgumentException e) {
            throw new UndecodableEvent("the id of the stretch has no acceptable form");
        }
        if (stretch.revision() < 1) {
            throw new UndecodableEvent("the revision is not positive");
        }
        if (isBlank(stretch.name()) || isBlank(stretch.kind()) || isBlank(stretch.position())) {
            throw new UndecodableEvent("name, kind or position is missing");
        }
        if (stretch.contraindications().stream().anyMatch(StretchChange::incomplete)) {
            throw new UndecodableEvent("a contraindication is incomplete");
        }
        if (stretch.dose() != null && incomplete(stretch.dose())) {
            throw new UndecodableEvent("the dose is incomplete");
        }
    }

    @SuppressWarnings("NullAway") // decoded JSON may leave out what the type says is there
    private static boolean incomplete(Dose dose) {
        return dose.holdSeconds() == null
                || dose.repetitions() == null
                || dose.sets() == null
                || dose.sides() == null
                || dose.restSeconds() < 0;
    }

    @SuppressWarnings("NullAway") // as above
    private static boolean incomplete(Contraindication contraindication) {
        return isBlank(contraindication.code())
                || contraindication.action() == null
                || isBlank(contraindication.reason());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
