package io.limber.catalog.search;

import io.limber.catalog.language.Language;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** The fields of the index, and how words become terms in each. */
final class Fields {
    static final String ID = "id";
    static final String RULES_OUT = "rulesOut";
    static final String SECONDS = "seconds";
    static final String COMMERCIAL = "commercialUse";
    static final String GLOBAL = "global";

    /** Words of all languages as they are, but for case and accents: for beginnings of words and for slips of the finger. */
    static final String PLAIN = "plain";

    private static final Map<Language, Analyzer> BY_LANGUAGE = new EnumMap<>(Map.of(
            Language.EN, new EnglishAnalyzer(),
            Language.DE, new GermanAnalyzer(),
            Language.ES, new SpanishAnalyzer(),
            Language.FR, new FrenchAnalyzer()));

    static final Analyzer PLAIN_WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(source));
            return new TokenStreamComponents(source, words);
        }
    };

    private static final CharArraySet STOP_WORDS = stopWords();

    private Fields() {}

    /** Names and aliases. */
    static String names(Language language) {
        return "names." + language.code();
    }

    /** What codes are called. */
    static String labels(Language language) {
        return "labels." + language.code();
    }

    /** Summary, start and steps. */
    static String body(Language language) {
        return "body." + language.code();
    }

    /** The name's place in the language's order. */
    static String order(Language language) {
        return "order." + language.code();
    }

    static Analyzer analyzer(Language language) {
        Analyzer analyzer = BY_LANGUAGE.get(language);
        if (analyzer == null) {
            throw new IllegalStateException("there is no analyzer for " + language);
        }
        return analyzer;
    }

    static Analyzer perField() {
        Map<String, Analyzer> fields = new java.util.HashMap<>();
        for (Language language : Language.values()) {
            fields.put(names(language), analyzer(language));
            fields.put(labels(language), analyzer(language));
            fields.put(body(language), analyzer(language));
        }
        return new PerFieldAnalyzerWrapper(PLAIN_WORDS, fields);
    }

    /** Whether it says nothing in one of the languages, as "the" does. */
    static boolean isStopWord(String word) {
        return STOP_WORDS.contains(word);
    }

    private static CharArraySet stopWords() {
        CharArraySet all = new CharArraySet(1000, true);
        all.addAll(EnglishAnalyzer.getDefaultStopSet());
        all.addAll(GermanAnalyzer.getDefaultStopSet());
        all.addAll(SpanishAnalyzer.getDefaultStopSet());
        all.addAll(FrenchAnalyzer.getDefaultStopSet());
        return all;
    }
}
