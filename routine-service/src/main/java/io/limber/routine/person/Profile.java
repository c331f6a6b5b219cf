package io.limber.routine.person;

import io.limber.routine.Zones;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What is known of a person, checked. */
record Profile(ZoneId zone, Locale locale, Exclusions exclusions) {
    static Profile of(DescribePerson command) {
        List<String> codes = command.exclusions();
        return new Profile(
                Zones.parse("/zone", command.zone()),
                Languages.parse("/locale", command.locale()),
                Exclusions.parse(codes == null ? List.of() : codes));
    }
}
