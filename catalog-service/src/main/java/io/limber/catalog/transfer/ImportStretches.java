package io.limber.catalog.transfer;

import io.limber.catalog.editing.Actor;
import io.limber.catalog.transfer.ImportResult.Outcome;
import io.limber.catalog.transfer.LineReader.Entry;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Brings a file of stretches in. An entry that is wrong is reported, and the rest goes in; or, when asked for, nothing does. A dry
 * run does everything and keeps nothing.
 */
@ApplicationScoped
class ImportStretches {
    private static final Logger LOG = Logger.getLogger(ImportStretches.class);
    private static final int TOGETHER = 50;
    private static final int LONGEST_SECONDS = 900;

    private final EntryImport entries;

    ImportStretches(EntryImport entries) {
        this.entries = entries;
    }

    /**
     * @param dryRun keeps nothing
     * @param atomic keeps all or nothing
     */
    record Wish(TenantId tenant, Actor actor, Format format, boolean dryRun, boolean atomic) {}

    /**
     * @param results what became of each entry, in order
     */
    ImportSummary.View run(Wish wish, Path file, Consumer<ImportResult> results) throws IOException {
        if (wish.format == Format.FREE_EXERCISE_DB) {
            readThrough(wish, file);
        }
        ImportSummary summary = new ImportSummary();
        boolean isTrial = wish.dryRun || wish.atomic;
        boolean applied = !isTrial;
        if (isTrial) {
            each(wish, file, false, result -> {
                summary.add(result);
                results.accept(result);
            });
            if (wish.atomic && !wish.dryRun && !summary.hasFailures()) {
                applyAll(wish, file);
                applied = true;
            }
        } else {
            each(wish, file, true, result -> {
                summary.add(result);
                results.accept(result);
            });
        }
        ImportSummary.View view = summary.view(applied);
        LOG.infof(
                "Stretches imported: tenantId=%s entries=%d created=%d changed=%d failed=%d applied=%s",
                wish.tenant, view.entries(), view.created(), view.changed(), view.failed(), view.applied());
        return view;
    }

    /** Nothing goes in of an array that breaks off. */
    private static void readThrough(Wish wish, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            LineReader reader = new LineReader(wish.format, in);
            Optional<Entry> next = reader.next();
            while (next.isPresent()) {
                next = reader.next();
            }
        }
    }

    private void each(Wish wish, Path file, boolean keep, Consumer<ImportResult> results) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            LineReader reader = new LineReader(wish.format, in);
            List<Entry> together = new ArrayList<>();
            int bytes = 0;
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                together.add(next.get());
                bytes += next.get().bytes();
                if (together.size() == TOGETHER || bytes >= LineReader.LONGEST) {
                    batch(wish, together, keep).forEach(results);
                    together.clear();
                    bytes = 0;
                }
            }
            batch(wish, together, keep).forEach(results);
        }
    }

    /** All of them in one transaction, or each in its own when one of them is wrong. */
    private List<ImportResult> batch(Wish wish, List<Entry> together, boolean keep) {
        try {
            return inTransaction(
                    wish,
                    keep,
                    () -> together.stream()
                            .map(entry -> ImportResult.done(entry.number(), id(wish, entry), apply(wish, entry)))
                            .toList());
        } catch (ProblemException e) {
            return together.stream().map(entry -> alone(wish, entry, keep)).toList();
        }
    }

    private ImportResult alone(Wish wish, Entry entry, boolean keep) {
        try {
            Outcome outcome = inTransaction(wish, keep, () -> apply(wish, entry));
            return ImportResult.done(entry.number(), id(wish, entry), outcome);
        } catch (ProblemException e) {
            return ImportResult.failed(
                    entry.number(),
                    id(wish, entry),
                    e.code().code(),
                    Objects.requireNonNullElse(e.getMessage(), e.code().title()),
                    e.errors());
        }
    }

    /** Whatever the trial has not found, because entries depend on one another, takes everything back. */
    private void applyAll(Wish wish, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            LineReader reader = new LineReader(wish.format, in);
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
                entries.begin(wish.tenant);
                for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                    Entry entry = next.get();
                    try {
                        apply(wish, entry);
                    } catch (ProblemException e) {
                        throw new ProblemException(
                                e.code(), "Entry of line " + entry.number() + ": " + e.getMessage(), e.errors());
                    }
                }
                return null;
            });
        }
    }

    private Outcome apply(Wish wish, Entry entry) {
        if (entry.value().isEmpty()) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_JSON, entry.mistake().orElse("cannot be read"));
        }
        return entries.apply(wish.tenant, wish.actor, wish.format, entry.value().get());
    }

    private static Optional<String> id(Wish wish, Entry entry) {
        return entry.value().flatMap(value -> EntryImport.id(wish.format, value));
    }

    private <R> R inTransaction(Wish wish, boolean keep, Callable<R> work) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                entries.begin(wish.tenant);
                R result = work.call();
                if (!keep) {
                    throw new Undone(result);
                }
                return result;
            });
        } catch (Undone undone) {
            @SuppressWarnings("unchecked") // thrown above and nowhere else
            R result = (R) undone.result;
            return result;
        }
    }

    /** Takes a trial back. */
    private static final class Undone extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Object result;

        Undone(Object result) {
            super(null, null, false, false);
            this.result = result;
        }
    }
}
