package io.limber.routine.calendar;

import io.limber.kit.tenancy.TenantId;
import io.limber.kit.time.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Days off under a name. */
@Entity
@Table(name = "calendar")
public class Calendar {
    @Id
    private UUID id;

    @org.hibernate.annotations.TenantId
    @Column(name = "tenant")
    private String tenant;

    @Version
    @Column(name = "version")
    private long version = 1;

    @Column(name = "calendar_id", updatable = false)
    private String calendarId;

    @Column(name = "name")
    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "days")
    private List<LocalDate> days;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For Hibernate. */
    protected Calendar() {}

    Calendar(TenantId tenant, CalendarId calendarId, String name, DaysOff daysOff, Instant now) {
        this.id = Ids.next(now);
        this.tenant = tenant.value();
        this.calendarId = calendarId.value();
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        become(name, daysOff);
    }

    void become(String newName, DaysOff daysOff) {
        name = newName;
        days = daysOff.days();
    }

    public CalendarId calendarId() {
        return new CalendarId(calendarId);
    }

    public DaysOff daysOff() {
        return new DaysOff(days);
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }
}
