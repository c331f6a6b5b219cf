package io.limber.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.document.Collection;
import io.limber.catalog.document.Document;
import io.limber.catalog.document.DocumentTable;
import io.limber.catalog.document.Owner;
import io.limber.catalog.document.StoredDocument;
import io.limber.catalog.stretch.Stretch;
import io.limber.contracts.EventTypes;
import io.limber.contracts.Topics;
import io.limber.kit.outbox.Outbox;
import io.limber.kit.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Brings the tables up to the files, and tells others of every new revision of a stretch, in one transaction: all of it
 * or nothing. Loading the same files again changes nothing and publishes nothing.
 *
 * <p>It runs as the application role, like a request, on behalf of {@link Owner#GLOBAL}: row-level security lets nobody
 * else write what everybody reads, and the outbox row commits with the document.
 */
@ApplicationScoped
class ContentLoad {
    private static final Logger LOG = Logger.getLogger(ContentLoad.class);

    private final DocumentTable table;
    private final Outbox outbox;
    private final Clock clock;

    ContentLoad(DocumentTable table, Outbox outbox, Clock clock) {
        this.table = table;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How many documents came into force, and how many stretches went. */
    record Loaded(int documents, int retired) {}

    /**
     * @throws BrokenContent when a file changed and its revision did not, or uses the id of a retired stretch
     */
    @Transactional
    Loaded load(Content content) {
        table.lockContent();
        table.actForEverybody();
        List<Mistake> mistakes = new ArrayList<>();
        int vocabularies =
                merge(content.vocabularies(), Collection.VOCABULARY, mistakes).size();
        int guidance = merge(content.guidance(), Collection.GUIDANCE, mistakes).size();
        List<Stretch> stretches = merge(content.stretches(), Collection.STRETCH, mistakes);
        if (!mistakes.isEmpty()) {
            throw new BrokenContent(mistakes);
        }
        stretches.forEach(this::publish);
        return new Loaded(vocabularies + guidance + stretches.size(), retire(content));
    }

    /** Saves what is new and returns it. */
    private <T extends Document> List<T> merge(
            List<ContentDocument<T>> files, Collection collection, List<Mistake> mistakes) {
        Map<String, StoredDocument> known = table.findAll(Owner.GLOBAL, collection).stream()
                .collect(Collectors.toMap(StoredDocument::id, Function.identity()));
        List<T> saved = new ArrayList<>();
        for (ContentDocument<T> file : files) {
            StoredDocument next = file.toStore();
            StoredDocument before = known.get(next.id());
            Optional<Mistake> mistake = before == null ? Optional.empty() : refusal(file, before, next);
            mistake.ifPresent(mistakes::add);
            if (mistake.isEmpty() && (before == null || isNewer(next, before))) {
                table.save(Owner.GLOBAL, collection, next, clock.instant());
                saved.add(file.value());
            }
        }
        return saved;
    }

    /** An old replica that restarts during an upgrade finds newer revisions and retired stretches, and leaves them. */
    private static boolean isNewer(StoredDocument next, StoredDocument before) {
        return before.published() && next.revision() > before.revision();
    }

    private static Optional<Mistake> refusal(ContentDocument<?> file, StoredDocument before, StoredDocument next) {
        if (!before.published() && next.revision() > before.revision()) {
            return Optional.of(new Mistake(file.file(), "/id", "was retired, and an id is never used again"));
        }
        if (next.revision() == before.revision() && !next.hash().equals(before.hash())) {
            return Optional.of(new Mistake(
                    file.file(),
                    "/" + firstDifference(before.document(), next.document()),
                    "changed, but /revision is still " + before.revision() + ": raise it by one"));
        }
        return Optional.empty();
    }

    private static String firstDifference(JsonNode before, JsonNode next) {
        List<String> fields = new ArrayList<>();
        next.fieldNames().forEachRemaining(fields::add);
        before.fieldNames().forEachRemaining(fields::add);
        return fields.stream()
                .filter(field -> !before.path(field).equals(next.path(field)))
                .findFirst()
                .orElse("");
    }

    private void publish(Stretch stretch) {
        outbox.append(OutboxEvent.of(
                Topics.CATALOG, stretch.id(), EventTypes.STRETCH_PUBLISHED, Optional.empty(), stretch.published()));
    }

    private int retire(Content content) {
        List<String> published = table.findAll(Owner.GLOBAL, Collection.STRETCH).stream()
                .filter(StoredDocument::published)
                .map(StoredDocument::id)
                .toList();
        List<String> retired =
                published.stream().filter(content.retired()::contains).toList();
        for (String id : retired) {
            table.retire(Owner.GLOBAL, Collection.STRETCH, id);
            outbox.append(OutboxEvent.tombstone(Topics.CATALOG, id, EventTypes.STRETCH_PUBLISHED, Optional.empty()));
        }
        List<String> files =
                content.stretches().stream().map(file -> file.value().id()).toList();
        List<String> kept = published.stream()
                .filter(id -> !files.contains(id) && !retired.contains(id))
                .toList();
        if (!kept.isEmpty()) {
            LOG.warnf("Stretches kept whose files are gone; retired.yaml retires them: stretchIds=%s", kept);
        }
        return retired.size();
    }
}
