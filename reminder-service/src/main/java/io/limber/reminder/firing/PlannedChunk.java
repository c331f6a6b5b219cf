package io.limber.reminder.firing;

import java.util.ArrayList;
import java.util.List;

/** Collects what the cadences have whose turn it is. */
final class PlannedChunk {
    private final List<DueReminder> reminders = new ArrayList<>();
    private final List<Turn> finished = new ArrayList<>();
    private final List<Turn> underWay = new ArrayList<>();
    private final List<Turn> empty = new ArrayList<>();
    private final List<Turn> passedOver = new ArrayList<>();

    /** @param members of each turn, at most its share; one with fewer is finished */
    void add(List<Turn> turns, int[] shares, List<List<DueReminder>> members) {
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            List<DueReminder> own = members.get(i);
            if (own.size() < shares[i]) {
                finished.add(turn);
                reminders.addAll(own);
                if (own.isEmpty() && turn.last().isEmpty()) {
                    empty.add(turn);
                }
            } else if (underWay.size() < CursorRoom.UNDER_WAY) {
                underWay.add(turn.behind(own.getLast().plan()));
                reminders.addAll(own);
            } else {
                // The cursor has no room for one more that is under way: as if nobody had read it.
                passedOver.add(turn.asLarge());
            }
        }
    }

    /** Those that have more, to be added again with what they have. */
    List<Turn> takeUnderWay() {
        List<Turn> taken = List.copyOf(underWay);
        underWay.clear();
        return taken;
    }

    void putBack(List<Turn> turns) {
        underWay.addAll(turns);
    }

    int size() {
        return reminders.size();
    }

    Chunk.Planned build() {
        return new Chunk.Planned(reminders, finished, underWay, empty, passedOver);
    }
}
