package io.limber.reminder.contact;

import io.limber.kit.http.Page;
import io.limber.kit.http.Preconditions;
import io.limber.kit.idempotency.Answer;
import io.limber.kit.tenancy.TenantId;
import io.limber.kit.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with contact points. */
@ApplicationScoped
public class ContactPoints {
    static final String PATH = "/v1/contact-points/";

    private final ContactPointRepository repository;
    private final Clock clock;

    ContactPoints(ContactPointRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Adds it; asked for what is there already, answers with that (200 instead of 201). */
    @Transactional
    public Answer add(TenantId tenant, AddContactPoint command) {
        Address address = Address.of(command.channel(), command.address());
        Optional<ContactPoint> same = repository.findSame(tenant, command.personId(), command.channel(), address);
        if (same.isPresent()) {
            return Answer.ok(same.get().version(), same.get().view());
        }
        Instant now = clock.instant();
        ContactPoint added = new ContactPoint(
                new ContactPointId(Ids.next(now)),
                command.personId(),
                command.channel(),
                address,
                command.localeOrDefault(),
                now);
        repository.persistAndFlush(added);
        return Answer.created(PATH + added.id(), added.version(), added.view());
    }

    @Transactional
    public Versioned require(TenantId tenant, ContactPointId id) {
        ContactPoint found = find(tenant, id);
        return new Versioned(found.view(), found.version());
    }

    @Transactional
    public Page<ContactPointView> list(
            TenantId tenant, Optional<String> personId, Optional<ContactPointId> after, int limit) {
        List<ContactPointView> found = repository.list(tenant, personId, after, limit + 1).stream()
                .map(ContactPoint::view)
                .toList();
        return Page.of(found, limit, ContactPointView::id);
    }

    /** From now on nothing is sent there; what is still waiting to be sent there is given up. */
    @Transactional
    public void remove(TenantId tenant, ContactPointId id, @Nullable String ifMatch) {
        ContactPoint found = find(tenant, id);
        Preconditions.requireMatch(ifMatch, found.version());
        repository.delete(found);
    }

    private ContactPoint find(TenantId tenant, ContactPointId id) {
        return repository.find(tenant, id).orElseThrow(() -> ContactPointId.notFound(id.toString()));
    }

    /** A view with the version its tag is made of. */
    public record Versioned(ContactPointView view, long version) {}
}
