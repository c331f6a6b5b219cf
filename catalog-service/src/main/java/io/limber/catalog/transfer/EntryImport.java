package io.limber.catalog.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.limber.catalog.document.Flaw;
import io.limber.catalog.document.Misread;
import io.limber.catalog.editing.Actor;
import io.limber.catalog.editing.OwnStretch;
import io.limber.catalog.editing.OwnStretch.State;
import io.limber.catalog.editing.OwnStretches;
import io.limber.catalog.editing.OwnStretches.Expected;
import io.limber.catalog.editing.StretchDraft;
import io.limber.catalog.transfer.ImportResult.Outcome;
import io.limber.kit.http.StrictJson;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings one entry in: makes the tenant's stretch what the entry says, step by step as an editor would. */
@ApplicationScoped
class EntryImport {
    private static final ObjectMapper STRICT = strict();

    private final OwnStretches stretches;

    EntryImport(OwnStretches stretches) {
        this.stretches = stretches;
    }

    /** As strict as requests are. */
    private static ObjectMapper strict() {
        ObjectMapper mapper = JsonMapper.builder().build();
        new StrictJson().customize(mapper);
        return mapper;
    }

    /** To be called first in the transaction. */
    void begin(TenantId tenant) {
        stretches.beginSeveral(tenant);
    }

    /** Runs in the caller's transaction. */
    Outcome apply(TenantId tenant, Actor actor, Format format, JsonNode entry) {
        TransferLine line = line(format, entry);
        Optional<OwnStretch> known = stretches.find(tenant, line.id());
        if (known.isPresent() && isSame(known.get(), line)) {
            return Outcome.UNCHANGED;
        }
        JsonNode published = line.published();
        if (published != null
                && !published.equals(known.flatMap(OwnStretch::published).orElse(null))) {
            draft(tenant, actor, known, draft(published));
            stretches.publish(tenant, actor, line.id(), Expected.ANY);
        }
        JsonNode draft = line.draft();
        if (draft != null) {
            draft(tenant, actor, stretches.find(tenant, line.id()), draft(draft));
        } else if (stretches.read(tenant, line.id()).waiting().isPresent()) {
            stretches.discard(tenant, actor, line.id(), Expected.ANY);
        }
        if (State.valueOf(line.state()) == State.RETIRED) {
            stretches.retire(tenant, actor, line.id(), line.replacedBy(), Expected.ANY);
        }
        return known.isPresent() ? Outcome.CHANGED : Outcome.CREATED;
    }

    private void draft(TenantId tenant, Actor actor, Optional<OwnStretch> known, StretchDraft draft) {
        if (known.isPresent()) {
            stretches.edit(tenant, actor, draft, Expected.ANY);
        } else {
            stretches.draft(tenant, actor, draft);
        }
    }

    /** A draft says nothing of what is in force. */
    private static boolean isSame(OwnStretch known, TransferLine line) {
        TransferLine now = ExportLines.of(known);
        return now.equals(line)
                || (State.valueOf(line.state()) == State.DRAFT && Objects.equals(now.draft(), line.draft()));
    }

    /** The id that an entry names, as far as it can be read. */
    static Optional<String> id(Format format, JsonNode entry) {
        return format == Format.FREE_EXERCISE_DB
                ? Optional.of(ExerciseMapping.id(
                        entry.path("id").asText(entry.path("name").asText())))
                : Optional.of(entry.path("id").asText()).filter(id -> !id.isEmpty());
    }

    private static TransferLine line(Format format, JsonNode entry) {
        if (format == Format.FREE_EXERCISE_DB) {
            StretchDraft draft = ExerciseMapping.draft(entry);
            return new TransferLine(draft.id(), State.DRAFT.name(), null, null, ExportLines.json(draft));
        }
        TransferLine read = read(entry, TransferLine.class, "");
        JsonNode published = there(read.published());
        JsonNode draft = there(read.draft());
        TransferLine line = new TransferLine(read.id(), read.state(), read.replacedBy(), published, draft);
        requireState(line);
        return new TransferLine(
                line.id(),
                line.state(),
                line.replacedBy(),
                published == null ? null : canonical(line.id(), published, "/published"),
                draft == null ? null : canonical(line.id(), draft, "/draft"));
    }

    private static @Nullable JsonNode there(@Nullable JsonNode document) {
        return document == null || document.isNull() ? null : document;
    }

    /** The state says which of the two documents there are. */
    private static void requireState(TransferLine line) {
        List<String> states = Arrays.stream(State.values()).map(Enum::name).toList();
        if (line.id() == null) {
            throw ProblemException.field("/id", "is missing");
        }
        if (line.state() == null || !states.contains(line.state())) {
            throw ProblemException.notOneOf("/state", String.valueOf(line.state()), states);
        }
        State state = State.valueOf(line.state());
        if ((state == State.DRAFT) == (line.published() != null)) {
            throw ProblemException.field(
                    "/published", state == State.DRAFT ? "is there, and a draft never was" : "is missing");
        }
        if ((state == State.DRAFT || state == State.CHANGED) != (line.draft() != null)) {
            throw ProblemException.field(
                    "/draft", line.draft() == null ? "is missing" : "waits only when DRAFT or CHANGED");
        }
        if (line.replacedBy() != null && state != State.RETIRED) {
            throw ProblemException.field("/replacedBy", "is only on what is RETIRED");
        }
    }

    private static JsonNode canonical(String id, JsonNode document, String pointer) {
        StretchDraft draft = read(document, StretchDraft.class, pointer);
        if (!id.equals(draft.id())) {
            throw ProblemException.field(pointer + "/id", "is not '" + id + "'");
        }
        return ExportLines.json(draft);
    }

    private static StretchDraft draft(JsonNode document) {
        return read(document, StretchDraft.class, "");
    }

    private static <T> T read(JsonNode tree, Class<T> type, String pointer) {
        try {
            return STRICT.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            Flaw flaw = Misread.of(e);
            throw new ProblemException(
                    CommonProblem.INVALID_VALUE,
                    "The entry cannot be read.",
                    List.of(new FieldError(pointer + flaw.pointer(), flaw.what())));
        }
    }
}
