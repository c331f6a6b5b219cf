package io.limber.routine.person;

import io.limber.kit.http.Preconditions;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People come, change and leave; their plans follow in the same transaction. */
@ApplicationScoped
public class People {
    private final PersonRepository people;
    private final PersonDependents dependents;
    private final Clock clock;

    People(PersonRepository people, PersonDependents dependents, Clock clock) {
        this.people = people;
        this.dependents = dependents;
        this.clock = clock;
    }

    /** A person and whether it was not there before. */
    public record Described(PersonView person, boolean isNew) {}

    /**
     * Adds a person, or replaces what is known of one.
     *
     * @throws ProblemException 428 or 412 when one is replaced without knowing its version
     */
    @Transactional
    public Described describe(TenantId tenant, PersonId id, @Nullable String ifMatch, DescribePerson command) {
        Profile profile = Profile.of(command);
        Optional<Person> known = people.claim(tenant, id);
        if (known.isEmpty()) {
            return new Described(add(tenant, id, ifMatch, profile), true);
        }
        Person person = known.get();
        Preconditions.requireMatch(ifMatch, person.version());
        Locale before = person.locale();
        person.become(profile);
        people.flush();
        dependents.personChanged(tenant, person, before);
        return new Described(PersonView.of(person), false);
    }

    private PersonView add(TenantId tenant, PersonId id, @Nullable String ifMatch, Profile profile) {
        if (ifMatch != null) {
            throw new ProblemException(
                    CommonProblem.STALE_VERSION, "There is no such person; leave If-Match out to add one.");
        }
        Person person = new Person(tenant, id, profile, clock.instant());
        people.persistAndFlush(person);
        return PersonView.of(person);
    }

    @Transactional
    public PersonView require(TenantId tenant, PersonId id) {
        return people.find(tenant, id).map(PersonView::of).orElseThrow(() -> unknown(id));
    }

    /** At most {@code limit + 1} people. */
    @Transactional
    public List<PersonView> list(TenantId tenant, Optional<PersonId> after, int limit) {
        return people.findPage(tenant, after, limit + 1).stream()
                .map(PersonView::of)
                .toList();
    }

    /** Removes a person; the person's plans end and go too. */
    @Transactional
    public void remove(TenantId tenant, PersonId id, @Nullable String ifMatch) {
        Person person = people.findForChange(tenant, id).orElseThrow(() -> unknown(id));
        Preconditions.requireMatch(ifMatch, person.version());
        dependents.personLeaves(tenant, id);
        people.delete(person);
    }

    private static ProblemException unknown(PersonId id) {
        return ProblemException.notFound("person", id.value());
    }
}
