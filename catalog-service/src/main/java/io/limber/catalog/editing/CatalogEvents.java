package io.limber.catalog.editing;

import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.Wording;
import io.limber.contracts.EventTypes;
import io.limber.contracts.StretchAdapted;
import io.limber.contracts.StretchWords;
import io.limber.contracts.Topics;
import io.limber.kit.outbox.Outbox;
import io.limber.kit.outbox.OutboxEvent;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells others what became of a tenant's part of the catalogue, in the transaction of the change. */
@ApplicationScoped
class CatalogEvents {
    private final Outbox outbox;

    CatalogEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void published(TenantId tenant, Stretch stretch) {
        outbox.append(OutboxEvent.of(
                Topics.CATALOG,
                Topics.catalogKey(tenant.value(), stretch.id()),
                EventTypes.STRETCH_PUBLISHED,
                Optional.of(tenant),
                stretch.published()));
    }

    void retired(TenantId tenant, String id) {
        outbox.append(OutboxEvent.tombstone(
                Topics.CATALOG,
                Topics.catalogKey(tenant.value(), id),
                EventTypes.STRETCH_PUBLISHED,
                Optional.of(tenant)));
    }

    void adapted(TenantId tenant, String id, long version, boolean hidden, Map<String, Wording> wording) {
        Map<String, StretchWords> words = new LinkedHashMap<>();
        wording.forEach((language, own) -> words.put(language, own.published()));
        outbox.append(OutboxEvent.of(
                Topics.CATALOG,
                Topics.adaptationKey(tenant.value(), id),
                EventTypes.STRETCH_ADAPTED,
                Optional.of(tenant),
                new StretchAdapted(id, version, hidden, words)));
    }
}
