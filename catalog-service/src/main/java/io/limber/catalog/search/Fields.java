package io.limber.catalog.search;

import io.limber.catalog.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;

/** The fields of the index, and how words become terms in each. */
final class Fields {
    static final String ID = "id";
    static final String RULES_OUT = "rulesOut";
    static final String SECONDS = "seconds";
    static final String COMMERCIAL = "commercialUse";
    static final String GLOBAL = "global";

    /** Words of all languages as they are, but for case and accents: for beginnings of words and for slips of the finger. */
    static final String PLAIN = "plain";

    /** The same, of names and aliases alone. */
    static final String PLAIN_NAMES = "plainNames";

    /** Names and aliases, each as one term: its plain words with a space between. */
    static final String WHOLE_NAMES = "wholeNames";

    /** What codes are called, likewise. */
    static final String WHOLE_LABELS = "wholeLabels";

    /** How words are kept where only one of them is looked for at a time: without their places, which take most room. */
    static final FieldType WORDS = words();

    /** How words are kept where several are looked for in a row. */
    static final FieldType WORDS_IN_A_ROW = TextField.TYPE_NOT_STORED;

    private static final int BETWEEN_TEXTS = 100;

    /** What one sits on would be the same as what is behind. */
    private static final CharArraySet UNSTEMMED = new CharArraySet(List.of("hintern"), true);

    private static final Map<Language, Analyzer> BY_LANGUAGE = new EnumMap<>(Map.of(
            Language.EN, new EnglishAnalyzer(),
            Language.DE, new GermanAnalyzer(GermanAnalyzer.getDefaultStopSet(), UNSTEMMED),
            Language.ES, new SpanishAnalyzer(),
            Language.FR, new FrenchAnalyzer()));

    static final Analyzer PLAIN_WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            // Folded before French articles are taken off, because their apostrophe has two forms.
            TokenStream words = new ElisionFilter(
                    new ASCIIFoldingFilter(new LowerCaseFilter(source)), FrenchAnalyzer.DEFAULT_ARTICLES);
            return new TokenStreamComponents(source, words);
        }

        /** No phrase begins in one text and ends in the next. */
        @Override
        public int getPositionIncrementGap(String field) {
            return BETWEEN_TEXTS;
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

    /** The terms that an analyzer makes of a text. */
    static List<String> terms(Analyzer analyzer, String text) {
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

    /** A text as one term: its plain words with a space between. */
    static String whole(List<String> words) {
        return String.join(" ", words);
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

    private static FieldType words() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
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
