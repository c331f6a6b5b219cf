package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CadenceKeyTest {
    @Test
    void isTheFirstHalfOfTheHashOfTheCanonicalFormForEver() {
        Cadence cadence = Cadence.parse("v1;WEEKLY:1;36000;Europe/Berlin;SHIFT;FIRST;1800");

        assertThat(cadence.key().value()).isEqualTo("4a8cc8fbe410be875bceac983841ee79");
    }

    @Test
    void isEqualForEqualMeaningHoweverItWasSaid() {
        Cadence said = Cadence.of(
                Weekly.on(List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                List.of(LocalTime.parse("15:00:00"), LocalTime.parse("10:00"), LocalTime.parse("15:00")),
                ZoneId.of("Europe/Berlin"),
                GapPolicy.SHIFT,
                FoldPolicy.FIRST,
                Duration.ofMinutes(30));
        NavigableSet<LocalTime> backwards = new TreeSet<>(Comparator.<LocalTime>reverseOrder());
        backwards.addAll(List.of(LocalTime.of(10, 0), LocalTime.of(15, 0)));
        Cadence otherwise = new Cadence(
                Weekly.on(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                backwards,
                new WallClock(ZoneId.of("Europe/Berlin"), GapPolicy.SHIFT, FoldPolicy.FIRST),
                Hours.ALWAYS,
                DaysOff.NONE,
                Duration.ZERO,
                new Lateness(Duration.ofSeconds(1800), Lateness.Then.DROP));

        assertThat(otherwise).isEqualTo(said);
        assertThat(otherwise.key()).isEqualTo(said.key());
        assertThat(Cadence.parse(said.canonical()).key()).isEqualTo(said.key());
    }

    @Test
    void differsWhenAnyPartDiffers() {
        List<String> canonical = List.of(
                "v1;WEEKLY:1;36000;Europe/Berlin;SHIFT;FIRST;1800",
                "v1;WEEKLY:2;36000;Europe/Berlin;SHIFT;FIRST;1800",
                "v1;WEEKLY:12;36000;Europe/Berlin;SHIFT;FIRST;1800",
                "v1;WEEKLY:1;36001;Europe/Berlin;SHIFT;FIRST;1800",
                "v1;WEEKLY:1;3600,36000;Europe/Berlin;SHIFT;FIRST;1800",
                "v1;WEEKLY:1;36000;Europe/Paris;SHIFT;FIRST;1800",
                "v1;WEEKLY:1;36000;Europe/Berlin;SKIP;FIRST;1800",
                "v1;WEEKLY:1;36000;Europe/Berlin;SHIFT;SECOND;1800",
                "v1;WEEKLY:1;36000;Europe/Berlin;SHIFT;FIRST;1801");

        List<CadenceKey> keys = new ArrayList<>();
        canonical.forEach(text -> keys.add(Cadence.parse(text).key()));

        assertThat(new HashSet<>(keys)).hasSameSizeAs(canonical);
    }

    @Test
    void isThirtyTwoHexDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CadenceKey("0123456789ABCDEF0123456789ABCDEF"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CadenceKey("0123"));
    }
}
