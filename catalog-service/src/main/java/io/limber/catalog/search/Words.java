package io.limber.catalog.search;

import io.limber.catalog.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A query from what a person types. Each word may be of any language, may be the beginning of one, and may have a slip when nobody
 * knows it as it is: one letter from four letters on, two from eight. Of one or two words all must fit, of more most of them;
 * {@link SmallTalk} need not. When nothing fits so, words that are known may have slips too; then words that nobody knows are passed
 * over and a German compound counts as what it begins with; at last any word will do. What people call something, word for word
 * ("stiff neck", "mal de dos"), finds that and nothing else. A whole name comes first.
 */
final class Words {
    private static final int MOST_WORDS = 10;
    private static final int ALL_OF = 2;
    private static final double MOST_OF = 0.7;
    private static final int ONE_SLIP = 4;
    private static final int TWO_SLIPS = 8;
    private static final int MOST_EXPANSIONS = 30;
    private static final int SHORTEST_BEGINNING = 2;
    private static final int SURE_BEGINNING = 3;
    private static final int SHORTEST_PART = 4;
    private static final int LONGEST_PART = 30;
    private static final float ASKED = 2.5f;
    private static final float WELCOME = 0.4f;
    private static final float PHRASE = 5;
    private static final float WHOLE = 20;

    private final Language asked;
    private final Known known;

    /** What is known of all that may be seen. */
    interface Known {
        /** Whether a query finds anything of it. */
        boolean finds(Query query);

        /** A query that finds the same, with beginnings and slips looked up: to be asked more than once. */
        Query lookedUp(Query query);
    }

    Words(Language asked, Known known) {
        this.asked = asked;
        this.known = known;
    }

    Query query(String typed) {
        List<String> all = Fields.terms(Fields.PLAIN_WORDS, typed);
        if (all.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        List<String> words = words(all);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Query saying = term(Fields.WHOLE_LABELS, Fields.whole(all), 1);
        if (all.size() > 1 && known.finds(saying)) {
            query.add(saying, Occur.FILTER);
            query.add(atLeast(1, words.stream().map(this::word).toList()), Occur.MUST);
        } else {
            fitting(query, words);
        }
        return query.add(
                        new BoostQuery(new PhraseQuery(Fields.PLAIN_NAMES, all.toArray(String[]::new)), PHRASE),
                        Occur.SHOULD)
                .add(term(Fields.WHOLE_NAMES, Fields.whole(all), WHOLE), Occur.SHOULD)
                .build();
    }

    private void fitting(BooleanQuery.Builder query, List<String> words) {
        List<String> telling =
                words.stream().filter(word -> !SmallTalk.has(word)).toList();
        if (telling.isEmpty()) {
            telling = words;
        } else {
            words.stream()
                    .filter(SmallTalk::has)
                    .forEach(word -> query.add(new BoostQuery(word(word), WELCOME), Occur.SHOULD));
        }
        query.add(fittest(telling), Occur.MUST);
    }

    private Query fittest(List<String> telling) {
        Query most = most(telling.stream().map(this::word).toList());
        if (known.finds(most)) {
            return most;
        }
        Query slipped = most(telling.stream().map(word -> word(word, true)).toList());
        if (known.finds(slipped)) {
            return slipped;
        }
        List<Query> heard =
                telling.stream().flatMap(word -> heard(word).stream()).toList();
        if (heard.isEmpty()) {
            return most;
        }
        Query mostHeard = most(heard);
        return known.finds(mostHeard) ? mostHeard : atLeast(1, heard);
    }

    private static Query most(List<Query> words) {
        int count = words.size();
        return atLeast(count <= ALL_OF ? count : (int) Math.ceil(MOST_OF * count), words);
    }

    private static Query atLeast(int count, List<Query> words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word, Occur.SHOULD));
        return query.setMinimumNumberShouldMatch(count).build();
    }

    private static List<String> words(List<String> all) {
        List<String> telling =
                all.stream().filter(word -> !Fields.isStopWord(word)).toList();
        return (telling.isEmpty() ? all : telling)
                .stream().distinct().limit(MOST_WORDS).toList();
    }

    private Query word(String word) {
        return word(word, false);
    }

    /**
     * @param doubted whether it may have a slip although somebody knows it: "rest", and nothing fits but "reset"
     */
    private Query word(String word, boolean doubted) {
        List<Query> ways = new ArrayList<>();
        for (Language language : Language.values()) {
            for (String term : Fields.terms(Fields.analyzer(language), word)) {
                ways.add(term(Fields.names(language), term, 6 * weight(language)));
                ways.add(term(Fields.labels(language), term, 3 * weight(language)));
                ways.add(term(Fields.body(language), term, weight(language)));
            }
        }
        Query itself = term(Fields.PLAIN, word, 8);
        ways.add(itself);
        boolean isKnown = known.finds(itself);
        if (word.length() >= SURE_BEGINNING || word.length() >= SHORTEST_BEGINNING && !isKnown) {
            ways.add(beginning(Fields.PLAIN_NAMES, word, 2.5f));
            ways.add(beginning(Fields.PLAIN, word, 1.5f));
            // Those with scores are the first few; nothing that begins so is to be lost.
            ways.add(new BoostQuery(new PrefixQuery(new Term(Fields.PLAIN, word)), 0.5f));
        }
        if (word.length() >= ONE_SLIP && (doubted || !isKnown)) {
            int slips = word.length() >= TWO_SLIPS ? 2 : 1;
            ways.add(new BoostQuery(
                    new FuzzyQuery(new Term(Fields.PLAIN, word), slips, 1, MOST_EXPANSIONS, true), 0.6f));
        }
        return known.lookedUp(new DisjunctionMaxQuery(ways, 0.1f));
    }

    /** The word, or else the longest thing that it begins with: "Nacken" of "Nackenschmerzen". */
    private Optional<Query> heard(String word) {
        Query whole = word(word);
        if (known.finds(whole)) {
            return Optional.of(whole);
        }
        for (int length = Math.min(LONGEST_PART, word.length() - 1); length >= SHORTEST_PART; length--) {
            Query part = part(word.substring(0, length));
            if (known.finds(part)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private Query part(String word) {
        List<Query> ways = new ArrayList<>();
        for (String term : Fields.terms(Fields.analyzer(Language.DE), word)) {
            ways.add(term(Fields.names(Language.DE), term, 6 * weight(Language.DE)));
            ways.add(term(Fields.labels(Language.DE), term, 3 * weight(Language.DE)));
        }
        return new DisjunctionMaxQuery(ways, 0.1f);
    }

    private float weight(Language language) {
        return language == asked ? ASKED : 1;
    }

    /** Scored, so that of all that begin so those come first that are about it. */
    private static Query beginning(String field, String word, float weight) {
        return new BoostQuery(
                new PrefixQuery(
                        new Term(field, word), new MultiTermQuery.TopTermsBlendedFreqScoringRewrite(MOST_EXPANSIONS)),
                weight);
    }

    private static Query term(String field, String term, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, term)), weight);
    }
}
