package io.limber.journeys.chaos;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.Topics;
import io.limber.journeys.Events;
import io.limber.journeys.chaos.Schedules.Draft;
import io.limber.journeys.history.Disturbances;
import io.limber.journeys.history.Promise;
import io.limber.journeys.history.Promise.Change;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Utils;

/** The schedules of a round as they were really sent, and what they promise. */
final class Round {
    private final Events events;
    private final Clock clock;
    private final Map<String, Draft> initial = new LinkedHashMap<>();
    private final Map<String, SentChange> changes = new LinkedHashMap<>();

    Round(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    private record SentChange(Draft draft, Instant at, CompletableFuture<Instant> taken) {}

    /** Sends what is there from the beginning, and waits until the broker has it. */
    void begin(List<Draft> drafts) {
        for (Draft draft : drafts) {
            initial.put(draft.schedule().planId(), draft);
            events.send(
                    Topics.SCHEDULES,
                    draft.schedule().planId(),
                    EventTypes.SCHEDULE_CHANGED,
                    draft.tenant(),
                    draft.schedule());
        }
        events.flush();
    }

    /** Sends a change, or a new plan, and returns at once. */
    void change(Draft draft) {
        String plan = draft.schedule().planId();
        Instant at = clock.instant();
        var taken = events.deliver(
                        Topics.SCHEDULES, plan, EventTypes.SCHEDULE_CHANGED, draft.tenant(), draft.schedule())
                .thenApply(metadata -> clock.instant());
        if (draft.schedule().state() == ScheduleChanged.State.ENDED) {
            events.sendTombstone(Topics.SCHEDULES, plan);
        }
        changes.put(plan, new SentChange(draft, at, taken));
    }

    /**
     * What every plan must get between the two instants. Waits until the broker has all changes. A change must be in effect when
     * a reminder would have to be out that was due when the broker had it.
     */
    List<Promise> promises(Instant from, Instant until, Disturbances disturbances) {
        events.flush();
        List<Promise> promises = new ArrayList<>();
        initial.forEach((plan, draft) -> {
            NavigableSet<Instant> dues = Expectation.dues(draft.schedule(), from, until);
            Optional<Change> change =
                    Optional.ofNullable(changes.get(plan)).map(sent -> change(sent, from, until, disturbances));
            promises.add(new Promise(plan, draft.tenant(), bucket(plan), dues, change));
        });
        changes.forEach((plan, sent) -> {
            if (!initial.containsKey(plan)) {
                Change made = change(sent, from, until, disturbances);
                promises.add(
                        new Promise(plan, sent.draft().tenant(), bucket(plan), new TreeSet<>(), Optional.of(made)));
            }
        });
        return promises;
    }

    private static Change change(SentChange sent, Instant from, Instant until, Disturbances disturbances) {
        return new Change(
                sent.at(),
                disturbances.deadline(sent.taken().join()),
                Expectation.dues(sent.draft().schedule(), from, until));
    }

    /** Kafka's own partitioner, which routine-service uses too. */
    private static int bucket(String plan) {
        return Utils.toPositive(Utils.murmur2(plan.getBytes(StandardCharsets.UTF_8))) % Topics.PARTITIONS;
    }
}
