package io.limber.routine.schedule;

import io.limber.kit.time.Tzdb;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When something is due next, as the zone rules of today have it. */
@Schema(
        name = "Preview",
        requiredProperties = {"items", "tzdb"})
public record Preview(
        List<Due> items,

        @Schema(description = "Version of the time zone rules it was computed with.", examples = "2026a")
        String tzdb) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_ZONED_DATE_TIME;

    /** An instant, and the same in wall time. */
    @Schema(
            name = "Due",
            requiredProperties = {"at", "local"})
    public record Due(
            Instant at,

            @Schema(examples = "2026-11-23T10:00:00+01:00[Europe/Berlin]")
            String local) {}

    /** Nothing is due. */
    public static Preview empty() {
        return new Preview(List.of(), Tzdb.version());
    }

    static Preview of(List<Instant> due, ZoneId zone) {
        return new Preview(
                due.stream()
                        .map(at -> new Due(at, LOCAL.format(at.atZone(zone))))
                        .toList(),
                Tzdb.version());
    }
}
