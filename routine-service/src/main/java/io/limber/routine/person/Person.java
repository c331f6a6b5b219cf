package io.limber.routine.person;

import io.limber.kit.tenancy.TenantId;
import io.limber.kit.time.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody who gets reminders. */
@Entity
@Table(name = "person")
public class Person {
    @Id
    private UUID id;

    @org.hibernate.annotations.TenantId
    @Column(name = "tenant")
    private String tenant;

    @Version
    @Column(name = "version")
    private long version = 1;

    @Column(name = "person_id", updatable = false)
    private String personId;

    @Column(name = "zone")
    private String zone;

    @Column(name = "locale")
    private String locale;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "exclusions")
    private List<String> exclusions;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For Hibernate. */
    protected Person() {}

    Person(TenantId tenant, PersonId personId, Profile profile, Instant now) {
        this.id = Ids.next(now);
        this.tenant = tenant.value();
        this.personId = personId.value();
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        become(profile);
    }

    void become(Profile profile) {
        zone = profile.zone().getId();
        locale = profile.locale().toLanguageTag();
        exclusions = profile.exclusions().sorted();
    }

    public PersonId personId() {
        return new PersonId(personId);
    }

    public long version() {
        return version;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public Exclusions exclusions() {
        return Exclusions.of(exclusions);
    }
}
