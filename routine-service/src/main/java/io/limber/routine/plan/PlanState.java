package io.limber.routine.plan;

import io.limber.contracts.ScheduleChanged;

/** Where a plan is in its life. Only the moves that exist are methods: what has ended does not come back. */
sealed interface PlanState {
    ScheduleChanged.State code();

    /** Fires. */
    record Active() implements PlanState {
        @Override
        public ScheduleChanged.State code() {
            return ScheduleChanged.State.ACTIVE;
        }

        Paused pause(PauseReason reason) {
            return new Paused(reason);
        }

        Ended end() {
            return new Ended();
        }
    }

    /** Rests until it is resumed. */
    record Paused(PauseReason reason) implements PlanState {
        @Override
        public ScheduleChanged.State code() {
            return ScheduleChanged.State.PAUSED;
        }

        Active resume() {
            return new Active();
        }

        Ended end() {
            return new Ended();
        }
    }

    /** Over for good. */
    record Ended() implements PlanState {
        @Override
        public ScheduleChanged.State code() {
            return ScheduleChanged.State.ENDED;
        }
    }
}
