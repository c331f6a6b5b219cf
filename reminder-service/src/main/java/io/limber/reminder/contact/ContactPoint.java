package io.limber.reminder.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One way to reach one person. Never changed: another address is another contact point. */
@Entity
@Table(name = "contact_point")
class ContactPoint {
    @Id
    private UUID id;

    @TenantId
    @Column(nullable = false)
    private String tenant;

    @Column(name = "person_id", nullable = false)
    private String personId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Channel channel;

    @Column(nullable = false)
    private String address;

    @Column(nullable = false)
    private String locale;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected ContactPoint() {}

    ContactPoint(ContactPointId id, String personId, Channel channel, Address address, String locale, Instant now) {
        this.id = id.value();
        this.personId = personId;
        this.channel = channel;
        this.address = address.value();
        this.locale = locale;
        this.createdAt = now;
    }

    ContactPointId id() {
        return new ContactPointId(id);
    }

    long version() {
        return version;
    }

    ContactPointView view() {
        return new ContactPointView(id.toString(), personId, channel, address, locale, createdAt);
    }

    @Override
    public String toString() {
        return "ContactPoint[" + id + "]";
    }
}
