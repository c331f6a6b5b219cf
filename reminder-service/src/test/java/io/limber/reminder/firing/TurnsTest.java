package io.limber.reminder.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.cadence.Cadence;
import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.cadence.Weekly;
import io.limber.reminder.firing.CadenceTable.DueCadence;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    private static final Connection NONE = (Connection) Proxy.newProxyInstance(
            TurnsTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (connection, method, arguments) -> null);

    private final List<DueCadence> due = new ArrayList<>();
    private final Turns turns = new Turns(new CadenceTable() {
        @Override
        List<DueCadence> due(Connection connection, int bucket, Instant after, Instant now, int limit) {
            Map<String, Integer> ofTenant = new HashMap<>();
            Map<DueCadence, Integer> turn = new HashMap<>();
            due.stream()
                    .filter(cadence ->
                            cadence.due().isAfter(after) && !cadence.due().isAfter(now))
                    .sorted(Comparator.comparing(DueCadence::due))
                    .forEach(cadence -> turn.put(cadence, ofTenant.merge(cadence.tenant(), 1, Integer::sum)));
            return turn.keySet().stream()
                    .sorted(Comparator.comparing((DueCadence cadence) -> turn.getOrDefault(cadence, 0))
                            .thenComparing(DueCadence::due)
                            .thenComparing(DueCadence::key))
                    .limit(limit)
                    .toList();
        }
    });

    @Test
    void tenantsTakeTurnsWhateverTheNumberOfTheirCadences() throws Exception {
        // Given
        due("large", 1_500, TEN);
        due("small", 2, TEN.plusSeconds(1));

        // When
        refresh(TEN.plusSeconds(1));

        // Then
        assertThat(tenants(turns.next()).limit(5)).containsExactly("large", "small", "large", "small", "large");
    }

    @Test
    void whoHadATurnGoesToTheEnd() throws Exception {
        // Given
        due("a", 2, TEN);
        due("b", 1, TEN);
        refresh(TEN);
        Turn first = turns.next().getFirst();

        // When
        turns.again(first.behind("plan"));

        // Then
        List<Turn> next = turns.next();
        assertThat(tenants(next)).containsExactly("b", "a", "a");
        assertThat(next.getLast()).isEqualTo(first.behind("plan"));
    }

    @Test
    void noMoreThanTheCursorCanNameAreUnderWayAndEachGetsItsTurn() throws Exception {
        // Given
        int all = 2 * CursorRoom.UNDER_WAY + 3;
        for (int i = 0; i < all; i++) {
            due("tenant-" + i, 1, TEN);
        }
        refresh(TEN);
        turns.next().forEach(turn -> turns.again(turn.asLarge()));
        List<String> served = new ArrayList<>();

        // When
        for (int i = 0; i < 3; i++) {
            List<Turn> next = turns.next();
            assertThat(next).hasSize(CursorRoom.UNDER_WAY);
            next.forEach(turn -> served.add(turn.key()));
            next.forEach(turn -> turns.again(turn.behind("plan-" + served.size())));
        }

        // Then
        assertThat(served.subList(0, all)).doesNotHaveDuplicates();
    }

    @Test
    void aSmallOneFindsRoomBesideMoreLargeOnesThanTheCursorCanName() throws Exception {
        // Given
        for (int i = 0; i < 3 * CursorRoom.UNDER_WAY; i++) {
            due("large-" + i, 1, TEN);
        }
        refresh(TEN);
        turns.next().forEach(turn -> turns.again(turn.asLarge()));
        due("small", 1, TEN.plusSeconds(1));

        // When
        refresh(TEN.plusSeconds(1));

        // Then
        assertThat(tenants(turns.next())).contains("small");
    }

    @Test
    void takesInWhatTheTableStillHas() throws Exception {
        // Given
        due("many", 5_000, TEN);
        List<String> served = new ArrayList<>();

        // When
        List<Turn> next = refresh(TEN);
        while (!next.isEmpty()) {
            for (Turn turn : next) {
                served.add(turn.key());
                due.remove(turn.cadence());
                turns.over(turn);
            }
            next = refresh(TEN);
        }

        // Then
        assertThat(served).hasSize(5_000).doesNotHaveDuplicates();
    }

    @Test
    void aDueTimeBehindTheLastOneThatIsPastAlreadyComesNext() throws Exception {
        // Given
        String definition = Cadence.of(
                        Weekly.on(List.of(DayOfWeek.values())),
                        List.of(LocalTime.of(10, 0), LocalTime.of(10, 0, 5)),
                        ZoneId.of("UTC"),
                        GapPolicy.SHIFT,
                        FoldPolicy.FIRST,
                        Duration.ofHours(1))
                .canonical();
        due.add(new DueCadence("a/0", "a", definition, TEN, Optional.empty()));
        due("a", 2, TEN.plusSeconds(9));
        Turn first = refresh(TEN.plusSeconds(10)).getFirst();

        // When
        turns.over(first);

        // Then
        assertThat(turns.next()).extracting(turn -> turn.cadence().due()).containsExactly(TEN.plusSeconds(5));
    }

    /** Or a plan that moved from one of its cadences to another would be reminded of the later time first. */
    @Test
    void aTenantsLaterDueTimeWaitsForItsEarlierOne() throws Exception {
        // Given
        due("a", 2, TEN);
        due("late", 1, TEN.plusSeconds(1));
        due("a", 1, TEN.plusSeconds(1));
        List<Turn> next = refresh(TEN.plusSeconds(1));
        assertThat(tenants(next)).containsExactly("a", "late", "a");

        // When
        turns.again(next.getFirst().behind("plan"));

        // Then
        assertThat(turns.next().stream().filter(turn -> turn.cadence().tenant().equals("a")))
                .hasSize(2)
                .allMatch(turn -> turn.cadence().due().equals(TEN));
        turns.next().forEach(turns::over);
        assertThat(turns.next())
                .singleElement()
                .satisfies(turn -> assertThat(turn.cadence().due()).isEqualTo(TEN.plusSeconds(1)));
    }

    private List<Turn> refresh(Instant now) throws Exception {
        turns.refresh(NONE, 0, DueCadence::emittedTo, now);
        return turns.next();
    }

    private void due(String tenant, int count, Instant at) {
        for (int i = 0; i < count; i++) {
            due.add(new DueCadence(tenant + "/" + at + "/" + i, tenant, "", at, Optional.empty()));
        }
    }

    private static Stream<String> tenants(List<Turn> turns) {
        return turns.stream().map(turn -> turn.cadence().tenant());
    }
}
