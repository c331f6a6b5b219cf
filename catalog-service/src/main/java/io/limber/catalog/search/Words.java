package io.limber.catalog.search;

import io.limber.catalog.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A query from what a person types. Each word may be of any language, may be the beginning of one, and may have a slip: one
 * letter from four letters on, two from eight. Of one or two words all must fit, of more most of them.
 */
final class Words {
    private static final int MOST_WORDS = 10;
    private static final int ALL_OF = 2;
    private static final double MOST_OF = 0.7;
    private static final int ONE_SLIP = 4;
    private static final int TWO_SLIPS = 8;
    private static final int MOST_EXPANSIONS = 30;
    private static final int SHORTEST_BEGINNING = 2;
    private static final float ASKED = 1.5f;

    private final Language asked;

    Words(Language asked) {
        this.asked = asked;
    }

    Query query(String typed) {
        List<String> words = words(typed);
        if (words.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word(word), Occur.SHOULD));
        query.setMinimumNumberShouldMatch(
                words.size() <= ALL_OF ? words.size() : (int) Math.ceil(MOST_OF * words.size()));
        return query.build();
    }

    private static List<String> words(String typed) {
        List<String> all = terms(Fields.PLAIN_WORDS, typed);
        List<String> telling =
                all.stream().filter(word -> !Fields.isStopWord(word)).toList();
        return (telling.isEmpty() ? all : telling)
                .stream().distinct().limit(MOST_WORDS).toList();
    }

    private Query word(String word) {
        List<Query> ways = new ArrayList<>();
        for (Language language : Language.values()) {
            float weight = language == asked ? ASKED : 1;
            for (String term : terms(Fields.analyzer(language), word)) {
                ways.add(term(Fields.names(language), term, 6 * weight));
                ways.add(term(Fields.labels(language), term, 3 * weight));
                ways.add(term(Fields.body(language), term, weight));
            }
        }
        ways.add(term(Fields.PLAIN, word, 4));
        if (word.length() >= SHORTEST_BEGINNING) {
            ways.add(new BoostQuery(new PrefixQuery(new Term(Fields.PLAIN, word)), 1.5f));
        }
        if (word.length() >= ONE_SLIP) {
            int slips = word.length() >= TWO_SLIPS ? 2 : 1;
            ways.add(new BoostQuery(
                    new FuzzyQuery(new Term(Fields.PLAIN, word), slips, 1, MOST_EXPANSIONS, true), 0.6f));
        }
        return new DisjunctionMaxQuery(ways, 0.1f);
    }

    private static Query term(String field, String term, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, term)), weight);
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
