package io.limber.catalog.search;

import io.limber.catalog.language.Language;
import io.limber.catalog.search.Criteria.Found;
import io.limber.catalog.search.Criteria.Order;
import io.limber.catalog.stretch.Facet;
import io.limber.catalog.stretch.Stretch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/** Searches what one tenant sees: the global stretches but those it hides or has replaced, and its own. Never changes. */
public final class Searcher {
    private final IndexSearcher searcher;
    private final Query visible;
    private final Words.Known known = new Visible();

    /**
     * @param covered ids of global stretches that the tenant does not see as they are
     */
    public Searcher(List<StretchIndex> indexes, Collection<String> covered) {
        try {
            IndexReader[] readers = indexes.stream().map(StretchIndex::reader).toArray(IndexReader[]::new);
            this.searcher = new IndexSearcher(new MultiReader(readers, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.visible = visible(covered);
    }

    public Found find(Criteria criteria) {
        // Nothing of the catalogue is right for whoever has a warning sign.
        if (criteria.conditions().contains(Stretch.RED_FLAG)) {
            Map<Facet, Map<String, Integer>> nothing = new LinkedHashMap<>();
            criteria.counted().forEach(facet -> nothing.put(facet, Map.of()));
            return new Found(List.of(), Optional.empty(), 0, nothing);
        }
        Sort sort = sort(criteria.order(), criteria.language());
        int limit = criteria.limit();
        FieldDoc after = criteria.after()
                .map(place -> new FieldDoc(Integer.MAX_VALUE, Float.NaN, place.fields(criteria.order())))
                .orElse(null);
        try {
            Query words = new Words(criteria.language(), known).query(criteria.words());
            TopFieldDocs top = searcher.search(
                    query(words, criteria, EnumSet.allOf(Facet.class)),
                    new TopFieldCollectorManager(sort, limit + 1, after, Integer.MAX_VALUE));
            List<String> ids = new ArrayList<>();
            for (ScoreDoc doc : Arrays.copyOf(top.scoreDocs, Math.min(limit, top.scoreDocs.length))) {
                ids.add(id(doc));
            }
            Optional<Place> next = top.scoreDocs.length > limit
                    ? Optional.of(Place.of((FieldDoc) top.scoreDocs[limit - 1], criteria.order(), criteria.language()))
                    : Optional.empty();
            return new Found(ids, next, top.totalHits.value(), counts(words, criteria));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes of a facet are counted as if it were not filtered by: they say what else could be chosen. */
    private Map<Facet, Map<String, Integer>> counts(Query words, Criteria criteria) throws IOException {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        Set<Facet> free = EnumSet.noneOf(Facet.class);
        for (Facet facet : criteria.counted()) {
            if (criteria.wanted().containsKey(facet)) {
                Set<Facet> others = EnumSet.complementOf(EnumSet.of(facet));
                counts.putAll(searcher.search(query(words, criteria, others), new FacetCounts(EnumSet.of(facet))));
            } else {
                free.add(facet);
            }
        }
        if (!free.isEmpty()) {
            counts.putAll(searcher.search(query(words, criteria, EnumSet.allOf(Facet.class)), new FacetCounts(free)));
        }
        Map<Facet, Map<String, Integer>> ordered = new LinkedHashMap<>();
        counts.forEach(ordered::put);
        return ordered;
    }

    private Query query(Query words, Criteria criteria, Set<Facet> filters) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(words, Occur.MUST);
        query.add(visible, Occur.FILTER);
        criteria.wanted().forEach((facet, codes) -> {
            if (filters.contains(facet)) {
                query.add(anyOf(facet.parameter(), codes), Occur.FILTER);
            }
        });
        if (!criteria.conditions().isEmpty()) {
            query.add(anyOf(Fields.RULES_OUT, criteria.conditions()), Occur.MUST_NOT);
        }
        criteria.maxSeconds()
                .ifPresent(most -> query.add(IntField.newRangeQuery(Fields.SECONDS, 0, most), Occur.FILTER));
        if (criteria.commercialUse()) {
            query.add(new TermQuery(new Term(Fields.COMMERCIAL, "true")), Occur.FILTER);
        }
        return query.build();
    }

    private static Query visible(Collection<String> covered) {
        if (covered.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.MUST)
                .add(
                        new BooleanQuery.Builder()
                                .add(new TermQuery(new Term(Fields.GLOBAL, "true")), Occur.FILTER)
                                .add(anyOf(Fields.ID, covered), Occur.FILTER)
                                .build(),
                        Occur.MUST_NOT)
                .build();
    }

    private static Query anyOf(String field, Collection<String> values) {
        return values.isEmpty()
                ? new MatchNoDocsQuery()
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Sort sort(Order order, Language language) {
        SortField id = new SortField(Fields.ID, SortField.Type.STRING);
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, id);
            case NAME -> new Sort(new SortField(Fields.order(language), SortField.Type.STRING), id);
            case SECONDS ->
                new Sort(
                        IntField.newSortField(
                                Fields.SECONDS, false, org.apache.lucene.search.SortedNumericSelector.Type.MIN),
                        id);
            case ID -> new Sort(id);
        };
    }

    private String id(ScoreDoc doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc.doc, leaves));
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
        if (!ids.advanceExact(doc.doc - leaf.docBase)) {
            throw new IllegalStateException("an item of the index has no id");
        }
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }

    /** Whatever the filters are: they must not change what words mean. */
    private final class Visible implements Words.Known {
        @Override
        public boolean finds(Query words) {
            try {
                Query seen = new BooleanQuery.Builder()
                        .add(words, Occur.FILTER)
                        .add(visible, Occur.FILTER)
                        .build();
                // Ends with the first: none has a better score than another.
                return searcher.search(seen, new TopScoreDocCollectorManager(1, 1)).scoreDocs.length > 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Query lookedUp(Query words) {
            try {
                return searcher.rewrite(words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
