package io.limber.bench.catalog;

import java.util.List;

/**
 * Something asked of the catalogue.
 *
 * @param name in the result
 * @param path and query at catalog-service
 * @param sql and at the peer that asks the database
 */
record Question(String name, String path, String sql) {

    static final List<Question> ALL = List.of(
            new Question("item", "/v1/stretches/cat-cow", "/sql/stretches/cat-cow"),
            new Question("list", "/v1/stretches", "/sql/stretches"),
            new Question(
                    "filtered",
                    "/v1/stretches?region=lower-back&kind=STATIC",
                    "/sql/stretches?region=lower-back&kind=STATIC"),
            new Question("search", "/v1/stretches?q=stiff+neck&limit=10", "/sql/stretches?q=stiff+neck&limit=10"));

    /** Path at the peer that only sends bytes. */
    String bare() {
        return "/bare/" + name;
    }
}
