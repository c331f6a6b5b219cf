package io.limber.catalog.search;

import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Facet;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchText;
import io.limber.catalog.vocabulary.Codes;
import java.text.Collator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/** Makes of a stretch what the index keeps of it. For one thread. */
final class Indexing {
    private final Codes codes;
    private final Map<Language, Collator> collators = new EnumMap<>(Language.class);

    /** There are few labels, and each comes again and again. */
    private final Map<String, String> wholeLabels = new HashMap<>();

    Indexing(Codes codes) {
        this.codes = codes;
        for (Language language : Language.values()) {
            Collator collator = Collator.getInstance(language.locale());
            collator.setStrength(Collator.SECONDARY);
            collators.put(language, collator);
        }
    }

    Document document(Stretch stretch, boolean isGlobal) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, stretch.id(), Store.NO));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(stretch.id())));
        document.add(new StringField(Fields.GLOBAL, Boolean.toString(isGlobal), Store.NO));
        document.add(new IntField(Fields.SECONDS, stretch.seconds(), Store.NO));
        document.add(new StringField(
                Fields.COMMERCIAL, Boolean.toString(codes.allowsCommercialUse(stretch.licence())), Store.NO));
        for (Facet facet : Facet.values()) {
            for (String code : facet.codes(stretch)) {
                document.add(new StringField(facet.parameter(), code, Store.NO));
                document.add(new SortedSetDocValuesField(facet.parameter(), new BytesRef(code)));
            }
        }
        stretch.ruledOutBy().forEach(code -> document.add(new StringField(Fields.RULES_OUT, code, Store.NO)));
        for (Language language : Language.values()) {
            words(document, stretch, language);
        }
        return document;
    }

    private void words(Document document, Stretch stretch, Language language) {
        List<String> names = new ArrayList<>();
        stretch.in(language).ifPresent(text -> {
            names.add(text.name());
            names.addAll(text.aliases());
            add(document, Fields.body(language), Fields.WORDS, body(text));
        });
        List<String> labels = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            if (facet != Facet.MOVEMENT && facet != Facet.LICENCE) {
                facet.codes(stretch).forEach(code -> labels.addAll(codes.words(facet.vocabulary(), code, language)));
            }
        }
        add(document, Fields.names(language), Fields.WORDS, names);
        add(document, Fields.labels(language), Fields.WORDS, labels);
        add(document, Fields.PLAIN, Fields.WORDS, names);
        add(document, Fields.PLAIN_NAMES, Fields.WORDS_IN_A_ROW, names);
        names.forEach(name -> document.add(new StringField(Fields.WHOLE_NAMES, whole(name), Store.NO)));
        add(document, Fields.PLAIN, Fields.WORDS, labels);
        labels.forEach(label -> document.add(
                new StringField(Fields.WHOLE_LABELS, wholeLabels.computeIfAbsent(label, Indexing::whole), Store.NO)));
        StretchText shown = stretch.shownIn(language);
        Collator collator = collators.get(language);
        if (collator != null) {
            byte[] place = collator.getCollationKey(shown.name()).toByteArray();
            document.add(new SortedDocValuesField(Fields.order(language), new BytesRef(place)));
        }
    }

    private static List<String> body(StretchText text) {
        List<String> body = new ArrayList<>(List.of(text.summary(), text.start()));
        body.addAll(text.steps());
        return body;
    }

    private static String whole(String text) {
        return Fields.whole(Fields.terms(Fields.PLAIN_WORDS, text));
    }

    private static void add(Document document, String field, FieldType type, List<String> texts) {
        texts.forEach(text -> document.add(new Field(field, text, type)));
    }
}
