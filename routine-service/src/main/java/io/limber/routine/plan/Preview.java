package io.limber.routine.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a plan is due next, as the zone rules of today have it. */
@Schema(
        name = "Preview",
        requiredProperties = {"items", "tzdb"})
public record Preview(
        List<Due> items,

        @Schema(description = "Version of the time zone rules it was computed with.", examples = "2026a")
        String tzdb) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_ZONED_DATE_TIME;

    /** An instant, and the same in the person's wall time. */
    @Schema(
            name = "Due",
            requiredProperties = {"at", "local"})
    public record Due(
            Instant at,

            @Schema(examples = "2026-11-23T10:00:00+01:00[Europe/Berlin]")
            String local) {}

    static Preview of(List<Instant> due, ZoneId zone) {
        return new Preview(
                due.stream()
                        .map(at -> new Due(at, LOCAL.format(at.atZone(zone))))
                        .toList(),
                rules());
    }

    private static String rules() {
        return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    }
}
