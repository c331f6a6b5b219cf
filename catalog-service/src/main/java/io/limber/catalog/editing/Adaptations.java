package io.limber.catalog.editing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import io.limber.catalog.document.Characters;
import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.document.DocumentTable;
import io.limber.catalog.document.Owner;
import io.limber.catalog.editing.Audit.Action;
import io.limber.catalog.editing.OwnStretches.Expected;
import io.limber.catalog.language.Language;
import io.limber.catalog.snapshot.Shown;
import io.limber.catalog.snapshot.Snapshots;
import io.limber.catalog.stretch.Wording;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tenant makes of stretches of the global catalogue: hides them, or says them in other words. */
@ApplicationScoped
public class Adaptations {
    private static final String COLUMNS = "SELECT id, version, hidden, wording::text, changed_at FROM adaptation";
    private static final String FIND = COLUMNS + " WHERE tenant = ? AND id = ?";
    private static final String LIST =
            COLUMNS + " WHERE tenant = ? AND id > ? AND (hidden OR wording <> '{}'::jsonb) ORDER BY id LIMIT ?";

    // The owner's row of catalogue_version is locked before, so nobody else writes here meanwhile. A row is never
    // removed:
    // readers that follow changes learn from it that nothing is left.
    private static final String PUT = """
            INSERT INTO adaptation AS known (tenant, id, version, hidden, wording, change, changed_at)
            VALUES (?, ?, 1, ?, ?::jsonb, ?, ?)
            ON CONFLICT (tenant, id) DO UPDATE
            SET version = known.version + 1, hidden = excluded.hidden, wording = excluded.wording,
                change = excluded.change, changed_at = excluded.changed_at""";
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_ENTRIES = 20;
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final AgroalDataSource dataSource;
    private final DocumentTable documents;
    private final Snapshots snapshots;
    private final CatalogEvents events;
    private final Audit audit;
    private final Clock clock;

    Adaptations(
            AgroalDataSource dataSource,
            DocumentTable documents,
            Snapshots snapshots,
            CatalogEvents events,
            Audit audit,
            Clock clock) {
        this.dataSource = dataSource;
        this.documents = documents;
        this.snapshots = snapshots;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param version 0 when the tenant has never made anything of it
     */
    public record Adapted(
            String id,
            long version,
            boolean hidden,
            Map<String, Wording> wording,
            @Nullable Instant changedAt) {
        boolean changesNothing() {
            return !hidden && wording.isEmpty();
        }
    }

    /**
     * @throws ProblemException 404 when there is no such global stretch
     */
    @Transactional
    public Adapted read(TenantId tenant, String id) {
        requireGlobal(tenant, id);
        return find(tenant, id).orElseGet(() -> new Adapted(id, 0, false, Map.of(), null));
    }

    /** Those that change something, in the order of their ids. */
    @Transactional
    public List<Adapted> list(TenantId tenant, String after, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setString(1, tenant.value());
            statement.setString(2, after);
            statement.setInt(3, most);
            return adaptations(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Puts it in the place of what was there; seen by readers within a moment.
     *
     * @throws ProblemException 404 when there is no such global stretch, 400 when the words do not fit it
     */
    @Transactional
    public Adapted put(
            TenantId tenant, Actor actor, String id, boolean hidden, Map<String, Wording> wording, Expected expected) {
        Owner owner = Owner.of(tenant);
        long change = documents.beginChange(owner);
        Shown shown = requireGlobal(tenant, id);
        checkWords(shown, wording);
        expected.requireMatch(find(tenant, id).map(Adapted::version).orElse(0L));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setString(1, tenant.value());
            statement.setString(2, id);
            statement.setBoolean(3, hidden);
            statement.setString(4, MAPPER.writeValueAsString(wording));
            statement.setLong(5, change);
            statement.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        Adapted now = find(tenant, id).orElseThrow();
        audit.add(
                tenant,
                actor,
                Action.ADAPTED,
                id,
                Audit.detail().put("hidden", hidden).put("languages", String.join(",", wording.keySet())));
        events.adapted(tenant, id, now.version(), hidden, wording);
        return now;
    }

    private Optional<Adapted> find(TenantId tenant, String id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, tenant.value());
            statement.setString(2, id);
            return adaptations(statement).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Adapted> adaptations(PreparedStatement statement) throws SQLException {
        List<Adapted> adaptations = new ArrayList<>();
        ResultSet row = statement.executeQuery();
        while (row.next()) {
            adaptations.add(new Adapted(
                    row.getString(1),
                    row.getLong(2),
                    row.getBoolean(3),
                    DocumentJson.read(row.getString(4), new TypeReference<Map<String, Wording>>() {}),
                    row.getObject(5, OffsetDateTime.class).toInstant()));
        }
        return adaptations;
    }

    private Shown requireGlobal(TenantId tenant, String id) {
        return snapshots
                .of(tenant)
                .find(id)
                .filter(shown -> !shown.own() && shown.stretch().id().equals(id))
                .orElseThrow(() -> ProblemException.notFound("stretch of the global catalogue", id));
    }

    private static void checkWords(Shown shown, Map<String, Wording> wording) {
        List<FieldError> errors = new ArrayList<>();
        wording.forEach((code, words) -> {
            String pointer = "/wording/" + code;
            Optional<Language> language = Language.find(code);
            if (language.isEmpty()) {
                errors.add(new FieldError(pointer, "is no language of ours", Language.codes()));
                return;
            }
            if (words == null) {
                errors.add(new FieldError(pointer, "is missing"));
                return;
            }
            checkText(errors, pointer + "/name", words.name(), LONGEST_NAME);
            checkText(errors, pointer + "/summary", words.summary(), LONGEST_TEXT);
            checkText(errors, pointer + "/start", words.start(), LONGEST_TEXT);
            checkText(errors, pointer + "/breathing", words.breathing(), LONGEST_TEXT);
            checkTexts(errors, pointer + "/steps", words.steps(), 1);
            checkTexts(errors, pointer + "/aliases", words.aliases(), 0);
        });
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED,
                    "The words for '" + shown.stretch().id() + "' cannot be kept.",
                    errors);
        }
    }

    private static void checkTexts(List<FieldError> errors, String pointer, @Nullable List<String> texts, int fewest) {
        if (texts == null) {
            return;
        }
        if (texts.size() < fewest || texts.size() > MOST_ENTRIES) {
            errors.add(new FieldError(pointer, "has " + fewest + " to " + MOST_ENTRIES + " entries"));
            return;
        }
        for (int index = 0; index < texts.size(); index++) {
            String text = texts.get(index);
            checkText(errors, pointer + "/" + index, text == null ? "" : text, LONGEST_TEXT);
        }
    }

    private static void checkText(List<FieldError> errors, String pointer, @Nullable String text, int longest) {
        if (text == null) {
            return;
        }
        if (text.isBlank() || text.length() > longest) {
            errors.add(new FieldError(pointer, "has 1 to " + longest + " characters"));
        } else if (!Characters.allow(text)) {
            errors.add(new FieldError(pointer, "has a control character or half of a character"));
        }
    }
}
