package io.limber.catalog.content;

import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchText;
import io.limber.catalog.vocabulary.Term;
import io.limber.catalog.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold of words: every language has every text, none is empty, and none is a copy of another language's. */
final class TextRules {
    /** Shorter ones are the same in two languages by right, as "Stretching" is. */
    private static final int SHORTEST_COPY = 30;

    private final List<Mistake> mistakes = new ArrayList<>();

    static List<Mistake> check(Content content) {
        TextRules rules = new TextRules();
        content.stretches().forEach(rules::checkStretch);
        content.vocabularies().stream()
                .filter(file -> !Content.UNTRANSLATED.contains(file.value().name()))
                .forEach(rules::checkVocabulary);
        content.guidance().forEach(rules::checkGuidance);
        return rules.mistakes;
    }

    private void checkStretch(ContentDocument<Stretch> file) {
        Stretch stretch = file.value();
        StretchText english = stretch.in(Language.FALLBACK).orElseThrow();
        Map<String, String> seen = texts(english);
        for (Language language : Language.translations()) {
            StretchText text = stretch.in(language).orElse(null);
            if (text == null) {
                add(file, language, "has no words in '" + language.code() + "'");
                continue;
            }
            checkSame(
                    file,
                    language,
                    "steps",
                    english.steps().size(),
                    text.steps().size());
            checkSame(
                    file,
                    language,
                    "cautions",
                    english.cautions().size(),
                    text.cautions().size());
            checkWords(file, language, seen, texts(text));
        }
    }

    private void checkVocabulary(ContentDocument<Vocabulary> file) {
        Map<String, String> seen = new HashMap<>();
        for (Term term : file.value().entries()) {
            put(seen, term.code() + "/label", term.label());
            put(seen, term.code() + "/description", term.description());
        }
        for (Language language : Language.translations()) {
            Map<String, String> words = new HashMap<>();
            put(words, "title", orNone(file.value().translations()).get(language.code()));
            for (Term term : file.value().entries()) {
                Term.Words own = orNone(term.translations()).get(language.code());
                if (own == null) {
                    add(file, language, "has no words for '" + term.code() + "'");
                } else {
                    checkSame(
                            file,
                            language,
                            term.code() + "/description",
                            count(term.description()),
                            count(own.description()));
                    put(words, term.code() + "/label", own.label());
                    put(words, term.code() + "/description", own.description());
                }
            }
            checkWords(file, language, seen, words);
        }
    }

    private void checkGuidance(ContentDocument<Guidance> file) {
        Guidance guidance = file.value();
        Map<String, String> seen = new HashMap<>();
        put(seen, "summary", guidance.summary());
        guidance.items().forEach(item -> put(seen, "items/" + item.id(), item.text()));
        for (Language language : Language.translations()) {
            Guidance.Words own = orNone(guidance.translations()).get(language.code());
            if (own == null) {
                add(file, language, "has no words in '" + language.code() + "'");
                continue;
            }
            Map<String, String> words = new HashMap<>();
            put(words, "title", own.title());
            put(words, "summary", own.summary());
            guidance.items()
                    .forEach(
                            item -> put(words, "items/" + item.id(), own.items().get(item.id())));
            checkSame(
                    file,
                    language,
                    "items",
                    guidance.items().size(),
                    own.items().size());
            checkWords(file, language, seen, words);
        }
    }

    /** Against all languages before; takes these in for those that come after. */
    private void checkWords(
            ContentDocument<?> file, Language language, Map<String, String> seen, Map<String, String> words) {
        words.forEach((field, text) -> {
            if (text.isBlank()) {
                add(file, language, "/" + field + " is empty");
            } else if (text.length() >= SHORTEST_COPY && seen.containsValue(text)) {
                add(file, language, "/" + field + " is a copy of another language: " + text);
            }
        });
        words.forEach((field, text) -> seen.put(language.code() + "/" + field, text));
    }

    private void checkSame(ContentDocument<?> file, Language language, String field, int english, int translated) {
        if (english != translated) {
            add(file, language, "/" + field + " has " + translated + " where English has " + english);
        }
    }

    private static Map<String, String> texts(StretchText text) {
        Map<String, String> texts = new HashMap<>();
        texts.put("name", text.name());
        texts.put("summary", text.summary());
        texts.put("start", text.start());
        texts.put("breathing", text.breathing());
        for (int index = 0; index < text.steps().size(); index++) {
            texts.put("steps/" + index, text.steps().get(index));
        }
        for (int index = 0; index < text.cautions().size(); index++) {
            texts.put("cautions/" + index, text.cautions().get(index));
        }
        text.reasons().forEach((code, reason) -> texts.put("reasons/" + code, reason));
        return texts;
    }

    private static void put(Map<String, String> words, String field, @Nullable String text) {
        if (text != null) {
            words.put(field, text);
        }
    }

    private static int count(@Nullable String text) {
        return Objects.isNull(text) ? 0 : 1;
    }

    private static <V> Map<String, V> orNone(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    private void add(ContentDocument<?> file, Language language, String what) {
        mistakes.add(new Mistake(file.file(), "/translations/" + language.code(), what));
    }
}
