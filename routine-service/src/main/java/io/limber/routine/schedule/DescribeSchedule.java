package io.limber.routine.schedule;

import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When, in wall time. Days come from one of two fields, times from one of two; all else is optional. */
@Schema(
        name = "DescribeSchedule",
        description = "When, in wall time: either 'daysOfWeek' or 'recurrence', and either 'startTimes' or 'every'.",
        examples = """
                {"recurrence": {"rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"},
                 "every": {"minutes": 50, "from": "09:00", "until": "17:30"},
                 "hours": {"ranges": [{"day": "MONDAY", "from": "09:00", "until": "12:00"},
                                      {"day": "MONDAY", "from": "13:00", "until": "18:00"},
                                      {"day": "WEDNESDAY", "from": "09:00", "until": "18:00"}], "outside": "SKIP"},
                 "holidays": {"country": "DE", "region": "BY", "policy": "SKIP"}}""")
public record DescribeSchedule(
        @Schema(nullable = true) @Size(min = 1, max = 7) @Nullable
        List<@NotNull DayOfWeek> daysOfWeek,

        @Schema(nullable = true) @Valid @Nullable Recurrence recurrence,

        @Schema(description = "HH:mm or HH:mm:ss, each once.", examples = "[\"10:00\"]", nullable = true)
        @Size(min = 1, max = DescribeSchedule.MOST_TIMES)
        @Nullable
        List<@NotNull LocalTime> startTimes,

        @Schema(nullable = true) @Valid @Nullable Every every,

        @Schema(
                description = "A time that the clock jumps over in spring comes later by the jump, or not at all.",
                defaultValue = "SHIFT")
        @Nullable
        GapPolicy gap,

        @Schema(
                description = "Which of the two instants of a time that happens twice in autumn.",
                defaultValue = "FIRST")
        @Nullable
        FoldPolicy fold,

        @Schema(nullable = true) @Valid @Nullable Hours hours,

        @Schema(nullable = true) @Valid @Nullable Holidays holidays,

        @Schema(
                description =
                        "Each due time is later by 0 to this many minutes, so that not everybody is reminded at once;"
                                + " for one plan by the same amount each time.",
                defaultValue = "0")
        @Min(0)
        @Max(240)
        @Nullable
        Integer spreadMinutes,

        @Schema(description = "A reminder later than this is too late.", defaultValue = "1800")
        @Min(60)
        @Max(86_400)
        @Nullable
        Integer maxLatenessSeconds,

        @Schema(
                description =
                        "What is too late is recorded as missed (DROP), the latest one is sent late, once (DELIVER),"
                                + " or the next one stands for it (NEXT_SLOT).",
                defaultValue = "DROP")
        @Nullable
        WhenTooLate whenTooLate) {
    private static final int MOST_TIMES = 48;
}
