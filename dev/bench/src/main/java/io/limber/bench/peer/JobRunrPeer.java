package io.limber.bench.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.JobDetails;
import org.jobrunr.jobs.states.ScheduledState;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jspecify.annotations.Nullable;

/** JobRunr, the free edition: a scheduled job for each reminder. It looks for due jobs every five seconds, which is its least. */
final class JobRunrPeer implements Peer {

    private static final Duration LEAST_POLL_INTERVAL = Duration.ofSeconds(5);
    private static final int BATCH = 1_000;

    private final Tools tools;
    private final SendReminder.Handler handler;
    private @Nullable PostgresStorageProvider storage;
    private @Nullable BackgroundJobServer server;
    private boolean started;

    JobRunrPeer(Tools tools) {
        this.tools = tools;
        this.handler = new SendReminder.Handler(tools.sender());
    }

    @Override
    public void createTables() {
        var provider = new PostgresStorageProvider(tools.database().pool());
        storage = provider;
        JobRunr.configure()
                .useJobActivator(new JobActivator() {
                    @Override
                    public <T> T activateJob(Class<T> type) {
                        return type.cast(handler);
                    }
                })
                .useStorageProvider(provider)
                .useBackgroundJobServer(
                        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                                .andWorkerCount(THREADS)
                                .andPollInterval(LEAST_POLL_INTERVAL)
                                .andScheduledJobsRequestSize(BATCH),
                        false)
                .initialize();
        server = JobRunr.getBackgroundJobServer();
    }

    @Override
    public void plan(int first, int count) {
        var due = tools.clock().instant();
        for (var from = first; from < first + count; from += BATCH) {
            List<Job> jobs = new ArrayList<>();
            for (var number = from; number < Math.min(from + BATCH, first + count); number++) {
                jobs.add(new Job(
                        new JobDetails(new SendReminder(Sender.planId(number), Sender.shown())),
                        new ScheduledState(due)));
            }
            require(storage).save(jobs);
        }
    }

    @Override
    public void work() {
        if (started) {
            require(server).resumeProcessing();
        } else {
            require(server).start();
            started = true;
        }
    }

    @Override
    public void rest() {
        require(server).pauseProcessing();
    }

    @Override
    public void close() {
        require(server).stop();
    }

    private static <T> T require(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("createTables comes first");
        }
        return part;
    }
}
