package io.limber.routine.routine;

import io.limber.contracts.ShownRoutine;
import io.limber.kit.tenancy.TenantId;
import io.limber.kit.time.Ids;
import io.limber.routine.catalogue.StretchId;
import io.limber.routine.catalogue.StretchNames;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Stretches in order, each with its dose. */
@Entity
@Table(name = "routine")
public class Routine {
    @Id
    private UUID id;

    @org.hibernate.annotations.TenantId
    @Column(name = "tenant")
    private String tenant;

    @Version
    @Column(name = "version")
    private long version = 1;

    @Column(name = "name")
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "items")
    private List<RoutineItem> items;

    @Column(name = "rest_seconds")
    private int restSeconds;

    @Column(name = "switch_side_seconds")
    private int switchSideSeconds;

    @Column(name = "total_seconds")
    private int totalSeconds;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For Hibernate. */
    protected Routine() {}

    Routine(TenantId tenant, Composition composition, Instant now) {
        this.id = Ids.next(now);
        this.tenant = tenant.value();
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        become(composition);
    }

    void become(Composition composition) {
        name = composition.name();
        items = List.copyOf(composition.items());
        restSeconds = composition.restSeconds();
        switchSideSeconds = composition.switchSideSeconds();
        totalSeconds = composition.totalSeconds();
    }

    /** As reminders show it to a reader of this language: named in it when every stretch is, otherwise in English. */
    public ShownRoutine shown(Locale reader) {
        String wanted = reader.getLanguage();
        String language = items.stream().allMatch(item -> item.hasNameIn(wanted)) ? wanted : StretchNames.ENGLISH;
        return new ShownRoutine(
                id.toString(),
                name,
                language,
                totalSeconds,
                items.stream()
                        .map(item ->
                                new ShownRoutine.Item(item.stretchId().value(), item.nameIn(language), item.seconds()))
                        .toList());
    }

    /** Its stretches in order, each once. */
    public List<StretchId> stretches() {
        return items.stream().map(RoutineItem::stretchId).distinct().toList();
    }

    public RoutineId id() {
        return new RoutineId(id);
    }

    public long version() {
        return version;
    }

    String name() {
        return name;
    }

    List<RoutineItem> items() {
        return List.copyOf(items);
    }

    int restSeconds() {
        return restSeconds;
    }

    int switchSideSeconds() {
        return switchSideSeconds;
    }

    int totalSeconds() {
        return totalSeconds;
    }
}
