package io.limber.routine.person;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as we return it, to routines scopes only. */
@Schema(
        name = "Person",
        description = "What is known of a person.",
        requiredProperties = {"personId", "version", "zone", "locale", "exclusions"})
public record PersonView(PersonId personId, long version, String zone, String locale, List<String> exclusions) {
    static PersonView of(Person person) {
        return new PersonView(
                person.personId(),
                person.version(),
                person.zone().getId(),
                person.locale().toLanguageTag(),
                person.exclusions().sorted());
    }

    /** Without the health data. */
    @Override
    public String toString() {
        return "Person[" + personId + "]";
    }
}
