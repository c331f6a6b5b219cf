package io.limber.bench.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** A tenant with very many stretches of its own: copies of the global ones, in English, under other names, published. */
final class Crowd {

    static final String TENANT = "crowd";

    private static final String INSERT = """
            INSERT INTO stretch (tenant, id, revision, content_hash, document, change)
            SELECT '%1$s', s.id || '-' || n, 1, 'bench',
                   (s.document - 'translations' - 'figure' - 'formerIds')
                       || jsonb_build_object('id', s.id || '-' || n, 'name', (s.document->>'name') || ' ' || w.word || ' ' || n,
                                             'summary', w.word || ' ' || (s.document->>'summary')),
                   1
              FROM generate_series(1, %2$d) n
              JOIN LATERAL (SELECT (ARRAY['morning', 'evening', 'gentle', 'short', 'long', 'team', 'focus', 'travel', 'meeting',
                                          'lunch', 'window', 'garden', 'harbour', 'spring', 'autumn'])[1 + n %% 15] AS word) w ON true
              JOIN stretch s ON s.tenant = '*' AND s.published
             ORDER BY n, s.id LIMIT %3$d""";

    private Crowd() {}

    static void insert(Connection database, int stretches) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(String.format(Locale.ROOT, INSERT, TENANT, stretches / 60 + 2, stretches));
            statement.execute("INSERT INTO catalogue_version (tenant, version) VALUES ('" + TENANT + "', 1)");
            statement.execute("ANALYZE stretch");
        }
    }

    /** Searches that are hardly ever the same twice: two words, one of them sometimes cut short or with two letters changed over. */
    static String searches() {
        return """
                local words = {"neck","shoulder","wrist","chest","back","calf","hip","thigh","desk","chair","floor","stretch",
                  "morning","evening","gentle","short","meeting","window","garden","spring","lumbar","bum","sciatic","mouse",
                  "hamstring","forearm","spine","twist","bridge","cobra","eyes","posture","nacken","hombro","dos","mollet"}
                local codes = {"region=neck","region=lower-back","kind=STATIC","officeFit=DESK","maxSeconds=90",
                  "excluding=GLAUCOMA","excluding=RADICULOPATHY","equipment=mat","facets=region,kind","sort=name",""}
                local function slip(word)
                  local way = math.random(1, 4)
                  if #word < 5 or way < 3 then return word end
                  if way == 3 then return word:sub(1, #word - 2) end
                  local at = math.random(2, #word - 2)
                  return word:sub(1, at - 1) .. word:sub(at + 1, at + 1) .. word:sub(at, at) .. word:sub(at + 2)
                end
                function request()
                  local q = slip(words[math.random(#words)]) .. "+" .. words[math.random(#words)]
                  local path = "/v1/stretches?q=" .. q .. "&limit=" .. math.random(5, 20) .. "&" .. codes[math.random(#codes)]
                  return wrk.format("GET", (path:gsub("&$", "")))
                end
                """;
    }
}
