package io.limber.catalog.browse;

import io.limber.catalog.language.Language;

/** Under which words an answer is kept: whoever asks the same gets the same. */
final class Question {
    private Question() {}

    static String item(String id, Language language) {
        return "item " + language.code() + " " + id;
    }

    /**
     * @param query as it was sent, not decoded
     */
    static String list(String query, Language language) {
        return "list " + language.code() + " " + query;
    }
}
