package io.limber.routine.catalogue;

import io.limber.contracts.Topics;
import io.limber.kit.events.UndecodableEvent;
import io.limber.kit.tenancy.TenantId;
import java.util.Optional;

/**
 * The key of a record on the catalogue's topic, held against the tenant that its header names. Compaction goes by the key
 * alone: what comes under another one would replace what it has nothing to do with.
 */
record CatalogueKey(String value, Optional<TenantId> tenant) {
    /** The global catalogue's place among the tenants. */
    static final String EVERYBODY = "*";

    private static final char SLASH = '/';

    String owner() {
        return tenant.map(TenantId::value).orElse(EVERYBODY);
    }

    /**
     * The stretch whose key it is.
     *
     * @throws UndecodableEvent when it is that of none, or of one that is not the owner's
     */
    String requireStretch() throws UndecodableEvent {
        String before =
                tenant.map(owner -> Topics.catalogKey(owner.value(), "")).orElse("");
        if (!value.startsWith(before) || value.indexOf(SLASH, before.length()) >= 0) {
            throw new UndecodableEvent("the key is not that of a stretch of its owner");
        }
        return acceptable(value.substring(before.length()));
    }

    /**
     * @throws UndecodableEvent unless it is the key of what the tenant makes of this stretch
     */
    void requireAdaptationOf(String stretch) throws UndecodableEvent {
        if (!value.equals(Topics.adaptationKey(owner(), acceptable(stretch)))) {
            throw new UndecodableEvent("the key is not that of the adaptation");
        }
    }

    private static String acceptable(String id) throws UndecodableEvent {
        try {
            return new StretchId(id).value();
        } catch (IllegalArgumentException e) {
            throw new UndecodableEvent("the id of the stretch has no acceptable form");
        }
    }
}
