package io.limber.catalog.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.limber.catalog.answer.Answer;
import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.search.Criteria;
import io.limber.catalog.search.Searcher;
import io.limber.catalog.search.StretchIndex;
import io.limber.catalog.vocabulary.Codes;
import io.limber.catalog.vocabulary.Vocabulary;
import io.limber.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one tenant sees of the catalogue, as it was in one moment, with the answers that were given of it. Tenants that have made
 * nothing of their own of it share one. Never changes; a change makes a new one.
 */
public final class Snapshot {
    private static final long ANSWERS_OF_ALL = 16L << 20;
    private static final long ANSWERS_OF_ONE = 8L << 20;

    private final Global global;
    private final Stock own;
    private final Searcher searcher;
    private final Cache<String, Answer> answers;

    /** What everybody sees. */
    record Global(
            Stock stock,
            Codes codes,
            SortedMap<String, Vocabulary> vocabularies,
            SortedMap<String, Guidance> guidance) {}

    Snapshot(Global global, Stock own) {
        this.global = global;
        this.own = own;
        List<StretchIndex> indexes = new ArrayList<>();
        global.stock().index().ifPresent(indexes::add);
        own.index().ifPresent(indexes::add);
        Set<String> covered = new HashSet<>(own.holdings().keySet());
        own.adaptations().values().stream()
                .filter(Adaptation::hidden)
                .map(Adaptation::id)
                .forEach(covered::add);
        covered.retainAll(global.stock().holdings().keySet());
        this.searcher = new Searcher(indexes, covered);
        this.answers = Caffeine.newBuilder()
                .maximumWeight(own.isEmpty() ? ANSWERS_OF_ALL : ANSWERS_OF_ONE)
                .weigher((String key, Answer answer) -> 2 * key.length() + answer.weight())
                .build();
    }

    boolean isOf(Global all, Stock mine) {
        return global == all && own == mine;
    }

    /** The answer given before to the same question, or a new one. */
    public Answer answer(String question, Supplier<Answer> making) {
        Answer known = answers.getIfPresent(question);
        if (known == null) {
            // Not held under the cache's lock: making an answer may ask for others. Twice made is the same.
            known = making.get();
            answers.put(question, known);
        }
        return known;
    }

    /** The answer given before to the same question, if it is still at hand. */
    public @Nullable Answer known(String question) {
        return answers.getIfPresent(question);
    }

    /** How many stretches of its own the tenant has published, retired ones included. */
    public int ownCount() {
        return own.holdings().size();
    }

    public Codes codes() {
        return global.codes();
    }

    public SortedMap<String, Vocabulary> vocabularies() {
        return global.vocabularies();
    }

    public SortedMap<String, Guidance> guidance() {
        return global.guidance();
    }

    public Criteria.Found find(Criteria criteria) {
        return searcher.find(criteria);
    }

    /**
     * The stretch that an id leads to, whether it is still offered or not: no id that was ever given out stops leading somewhere.
     *
     * @throws ProblemException 404 when the tenant never had one of this id
     */
    public Shown require(String id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("stretch", id));
    }

    public Optional<Shown> find(String id) {
        Holding mine = own.holdings().get(own.formerIds().getOrDefault(id, id));
        if (mine != null) {
            return Optional.of(shown(mine, true, Map.of(), false));
        }
        Holding shared =
                global.stock().holdings().get(global.stock().formerIds().getOrDefault(id, id));
        if (shared == null) {
            return Optional.empty();
        }
        Adaptation adaptation = own.adaptations().get(shared.id());
        return Optional.of(
                adaptation == null
                        ? shown(shared, false, Map.of(), false)
                        : shown(shared, false, adaptation.wording(), adaptation.hidden()));
    }

    private static Shown shown(
            Holding holding, boolean own, Map<String, io.limber.catalog.stretch.Wording> wording, boolean hidden) {
        Shown.Status status =
                holding.retired() ? Shown.Status.RETIRED : hidden ? Shown.Status.HIDDEN : Shown.Status.PUBLISHED;
        return new Shown(Objects.requireNonNull(holding.stretch()), status, holding.replacedBy(), own, wording);
    }
}
