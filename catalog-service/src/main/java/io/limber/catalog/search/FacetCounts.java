package io.limber.catalog.search;

import io.limber.catalog.stretch.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts how many of the items found have each code of some facets. */
final class FacetCounts implements CollectorManager<FacetCounts.Counting, Map<Facet, Map<String, Integer>>> {
    private final Set<Facet> facets;

    FacetCounts(Set<Facet> facets) {
        this.facets = facets;
    }

    @Override
    public Counting newCollector() {
        return new Counting(facets);
    }

    @Override
    public Map<Facet, Map<String, Integer>> reduce(Collection<Counting> collectors) throws IOException {
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        facets.forEach(facet -> counts.put(facet, new TreeMap<>()));
        for (Counting counting : collectors) {
            for (Segment segment : counting.segments) {
                segment.addTo(counts);
            }
        }
        return counts;
    }

    /** One thread's part. */
    static final class Counting implements Collector {
        private final Set<Facet> facets;
        private final List<Segment> segments = new ArrayList<>();

        Counting(Set<Facet> facets) {
            this.facets = facets;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            List<Segment> own = new ArrayList<>();
            for (Facet facet : facets) {
                SortedSetDocValues codes = DocValues.getSortedSet(context.reader(), facet.parameter());
                own.add(new Segment(facet, codes, new int[(int) codes.getValueCount()]));
            }
            segments.addAll(own);
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int doc) throws IOException {
                    for (Segment segment : own) {
                        segment.count(doc);
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** Counts of one facet in one segment of the index, by the segment's own numbers of codes. */
    private record Segment(Facet facet, SortedSetDocValues codes, int[] counts) {
        void count(int doc) throws IOException {
            if (codes.advanceExact(doc)) {
                for (int left = codes.docValueCount(); left > 0; left--) {
                    counts[(int) codes.nextOrd()]++;
                }
            }
        }

        void addTo(Map<Facet, Map<String, Integer>> all) throws IOException {
            Map<String, Integer> own = all.getOrDefault(facet, new TreeMap<>());
            for (int number = 0; number < counts.length; number++) {
                if (counts[number] > 0) {
                    own.merge(codes.lookupOrd(number).utf8ToString(), counts[number], Integer::sum);
                }
            }
        }
    }
}
