package io.limber.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.content.Content.Retirement;
import io.limber.catalog.document.Collection;
import io.limber.catalog.document.Document;
import io.limber.catalog.document.DocumentTable;
import io.limber.catalog.document.DocumentTable.Head;
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
        List<ContentDocument<?>> news = new ArrayList<>();
        news.addAll(news(content.vocabularies(), Collection.VOCABULARY, mistakes));
        news.addAll(news(content.guidance(), Collection.GUIDANCE, mistakes));
        List<ContentDocument<Stretch>> stretches = news(content.stretches(), Collection.STRETCH, mistakes);
        news.addAll(stretches);
        if (!mistakes.isEmpty()) {
            throw new BrokenContent(mistakes);
        }
        List<Retirement> retired = retired(content);
        if (!news.isEmpty() || !retired.isEmpty()) {
            long change = table.beginChange(Owner.GLOBAL);
            news.forEach(file ->
                    table.save(Owner.GLOBAL, file.collection(), file.toStore(), clock.instant(), Optional.empty()));
            stretches.forEach(file -> publish(file.value(), change));
            retired.forEach(one -> retire(one, change));
        }
        return new Loaded(news.size(), retired.size());
    }

    /** What is not in the tables yet. */
    private <T extends Document> List<ContentDocument<T>> news(
            List<ContentDocument<T>> files, Collection collection, List<Mistake> mistakes) {
        Map<String, Head> known = table.heads(Owner.GLOBAL, collection);
        List<ContentDocument<T>> news = new ArrayList<>();
        for (ContentDocument<T> file : files) {
            Head before = known.get(file.id());
            Optional<Mistake> mistake = before == null ? Optional.empty() : refusal(file, before);
            mistake.ifPresent(mistakes::add);
            if (mistake.isEmpty() && (before == null || isNewer(file, before))) {
                news.add(file);
            }
        }
        return news;
    }

    /** An old replica that restarts during an upgrade finds newer revisions and retired stretches, and leaves them. */
    private static boolean isNewer(ContentDocument<?> file, Head before) {
        return before.published() && file.revision() > before.revision();
    }

    private Optional<Mistake> refusal(ContentDocument<?> file, Head before) {
        if (!before.published() && file.revision() > before.revision()) {
            return Optional.of(new Mistake(file.file(), "/id", "was retired, and an id is never used again"));
        }
        if (file.revision() == before.revision() && !file.hash().equals(before.hash())) {
            JsonNode stored = table.find(Owner.GLOBAL, file.collection(), file.id())
                    .map(StoredDocument::document)
                    .orElseThrow();
            return Optional.of(new Mistake(
                    file.file(),
                    "/" + firstDifference(stored, file.tree()),
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

    private void publish(Stretch stretch, long change) {
        table.mark(Owner.GLOBAL, stretch.id(), change, Optional.empty());
        outbox.append(OutboxEvent.of(
                Topics.CATALOG, stretch.id(), EventTypes.STRETCH_PUBLISHED, Optional.empty(), stretch.published()));
    }

    private void retire(Retirement one, long change) {
        table.retire(Owner.GLOBAL, Collection.STRETCH, one.id());
        table.mark(Owner.GLOBAL, one.id(), change, Optional.ofNullable(one.replacedBy()));
        outbox.append(OutboxEvent.tombstone(Topics.CATALOG, one.id(), EventTypes.STRETCH_PUBLISHED, Optional.empty()));
    }

    private List<Retirement> retired(Content content) {
        List<String> published = table.heads(Owner.GLOBAL, Collection.STRETCH).entrySet().stream()
                .filter(head -> head.getValue().published())
                .map(Map.Entry::getKey)
                .toList();
        List<Retirement> retired = content.retired().stream()
                .filter(one -> published.contains(one.id()))
                .toList();
        List<String> files =
                content.stretches().stream().map(ContentDocument::id).toList();
        List<String> kept = published.stream()
                .filter(id -> !files.contains(id)
                        && retired.stream().noneMatch(one -> one.id().equals(id)))
                .toList();
        if (!kept.isEmpty()) {
            LOG.warnf("Stretches kept whose files are gone; retired.yaml retires them: stretchIds=%s", kept);
        }
        return retired;
    }
}
