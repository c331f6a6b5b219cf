package io.limber.routine.catalogue;

import io.limber.contracts.Contraindication;
import io.limber.contracts.Dose;
import io.limber.contracts.EventTypes;
import io.limber.contracts.StretchAdapted;
import io.limber.contracts.StretchPublished;
import io.limber.kit.events.Event;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a record of the catalogue's topic asks for. */
sealed interface StretchChange {
    /** Whose it is: a tenant, or {@link CatalogueKey#EVERYBODY}. */
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

    /** What a tenant makes of a global stretch from now on. */
    record Adapted(String tenant, StretchAdapted adaptation) implements StretchChange {
        @Override
        public String id() {
            return adaptation.id();
        }
    }

    /**
     * @throws UndecodableEvent when the record can never be applied
     */
    static StretchChange of(ConsumerRecord<String, byte[]> record) throws UndecodableEvent {
        Event event = Event.of(record);
        if (isBlank(record.key())) {
            throw new UndecodableEvent("the record has no key");
        }
        CatalogueKey key = new CatalogueKey(record.key(), event.tenant());
        byte[] payload = record.value();
        if (payload == null) {
            return new Retired(key.owner(), key.requireStretch());
        }
        return switch (event.type()) {
            case EventTypes.STRETCH_PUBLISHED -> published(key, EventJson.read(payload, StretchPublished.class));
            case EventTypes.STRETCH_ADAPTED -> {
                var unused = event.requireTenant();
                yield adapted(key, EventJson.read(payload, StretchAdapted.class));
            }
            default -> throw new UndecodableEvent("the type is none of the catalogue's");
        };
    }

    // A reader that ignores unknown fields also lets known ones be absent.
    private static Published published(CatalogueKey key, StretchPublished stretch) throws UndecodableEvent {
        if (!key.requireStretch().equals(stretch.id())) {
            throw new UndecodableEvent("the key is not that of the stretch");
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
        return new Published(key.owner(), stretch);
    }

    private static Adapted adapted(CatalogueKey key, StretchAdapted adaptation) throws UndecodableEvent {
        if (isBlank(adaptation.id())) {
            throw new UndecodableEvent("the id of the stretch is missing");
        }
        key.requireAdaptationOf(adaptation.id());
        if (adaptation.version() < 1) {
            throw new UndecodableEvent("the version is not positive");
        }
        return new Adapted(key.owner(), adaptation);
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
