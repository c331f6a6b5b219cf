package io.limber.journeys.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.limber.localstack.Arguments;
import io.limber.localstack.StackException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** {@code chaos --rounds N | --minutes N, --seed S, --reminders N, --faults N, --json}. */
public final class ChaosCommand {
    private static final Set<String> OPTIONS =
            Set.of("--rounds", "--minutes", "--seed", "--reminders", "--faults", "--window");
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private ChaosCommand() {}

    /**
     * Progress goes to standard error, the report to standard output. Exit code: 0 when nothing is wrong.
     *
     * @param project the repository's root; reminder-service must be packaged. Logs are kept in its {@code .limber/chaos}
     */
    public static int run(Path project, List<String> words) {
        Arguments arguments = Arguments.parse(words, OPTIONS, Set.of("--json"));
        long minutes = number(arguments, "--minutes", 0);
        CampaignSettings settings = new CampaignSettings(
                project,
                project.resolve(".limber").resolve("chaos"),
                number(arguments, "--seed", new Random().nextInt(1_000_000)),
                (int) number(arguments, "--rounds", minutes > 0 ? Integer.MAX_VALUE : 5),
                minutes > 0 ? Duration.ofMinutes(minutes) : NO_LIMIT,
                (int) number(arguments, "--reminders", 30_000),
                Duration.ofSeconds(number(arguments, "--window", 60)),
                (int) number(arguments, "--faults", 5));
        CampaignReport report = new Campaign(settings, Clock.systemUTC(), System.err::println).run();
        System.out.println(arguments.has("--json") ? json(report) : text(report));
        return report.isClean() ? 0 : 1;
    }

    private static long number(Arguments arguments, String option, long otherwise) {
        String text = arguments.get(option, Long.toString(otherwise));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new StackException(option + " is '" + text + "'; it must be a whole number.", e);
        }
    }

    private static String json(CampaignReport report) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(CampaignReport report) {
        String figures = """
                rounds             %d (seed %d)
                faults             %s
                planned            %d
                lost               %d
                duplicates         %d
                early              %d
                out of order       %d
                too late           %d
                unplanned          %d
                recovery, greatest %.1f s of %d kills with a standby
                lateness, greatest %.1f s
                revived            %d""".formatted(
                        report.rounds(),
                        report.seed(),
                        report.faults(),
                        report.planned(),
                        report.lost(),
                        report.duplicates(),
                        report.early(),
                        report.outOfOrder(),
                        report.tooLate(),
                        report.unplanned(),
                        report.maxRecoverySeconds(),
                        report.recoveries(),
                        report.maxLatenessSeconds(),
                        report.revived());
        return report.isClean() ? figures : figures + "\n" + String.join("\n", report.failures());
    }
}
