package io.limber.bench.peer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz with its clustered JDBC store: a trigger for each reminder, as many taken at a time as there are threads. */
final class QuartzPeer implements Peer {

    private static final String DATA_SOURCE = "peer";
    private static final String SENDER = "sender";
    private static final String PLAN = "planId";
    private static final String SHOWN = "shown";

    private final Tools tools;
    private @Nullable Scheduler scheduler;

    QuartzPeer(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void createTables() throws SQLException, SchedulerException {
        tools.database().executeScript(Scheduler.class, "/org/quartz/impl/jdbcjobstore/tables_postgres.sql");
        DBConnectionManager.getInstance().addConnectionProvider(DATA_SOURCE, new Pooled(tools.database()));
        var made = new StdSchedulerFactory(settings()).getScheduler();
        made.getContext().put(SENDER, tools.sender());
        scheduler = made;
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.putAll(Map.of(
                "org.quartz.scheduler.instanceName", "bench",
                "org.quartz.scheduler.instanceId", "AUTO",
                "org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(THREADS),
                "org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool",
                "org.quartz.threadPool.threadCount", Integer.toString(THREADS),
                "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX",
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
                "org.quartz.jobStore.dataSource", DATA_SOURCE,
                "org.quartz.jobStore.isClustered", "true",
                "org.quartz.jobStore.acquireTriggersWithinLock", "true"));
        // What is due at one instant with many others is late, and no misfire.
        settings.put("org.quartz.jobStore.misfireThreshold", "3600000");
        settings.put("org.quartz.scheduler.skipUpdateCheck", "true");
        return settings;
    }

    @Override
    public void plan(int first, int count) throws SchedulerException {
        var due = Date.from(tools.clock().instant());
        var job = JobBuilder.newJob(SendJob.class)
                .withIdentity("reminder-" + first)
                .storeDurably()
                .build();
        Set<Trigger> triggers = new HashSet<>();
        for (var number = first; number < first + count; number++) {
            var data = new JobDataMap();
            data.put(PLAN, Sender.planId(number));
            data.put(SHOWN, Sender.shown());
            triggers.add(TriggerBuilder.newTrigger()
                    .withIdentity(Sender.planId(number))
                    .usingJobData(data)
                    .startAt(due)
                    .forJob(job)
                    .build());
        }
        Map<JobDetail, Set<? extends Trigger>> all = new HashMap<>();
        all.put(job, triggers);
        require().scheduleJobs(all, true);
    }

    @Override
    public void work() throws SchedulerException {
        require().start();
    }

    @Override
    public void rest() throws SchedulerException {
        require().standby();
    }

    @Override
    public void close() throws SchedulerException {
        require().shutdown(true);
    }

    private Scheduler require() {
        var current = scheduler;
        if (current == null) {
            throw new IllegalStateException("createTables comes first");
        }
        return current;
    }

    /** What a trigger starts. */
    public static final class SendJob implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            try {
                var sender = context.getScheduler().getContext().get(SENDER);
                var data = context.getMergedJobDataMap();
                ((Sender) Objects.requireNonNull(sender)).sendAndWait(data.getString(PLAN), data.getString(SHOWN));
            } catch (SchedulerException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Pooled(PeerDatabase database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.pool().getConnection();
        }

        @Override
        public void shutdown() {
            // The pool is closed by whoever made it.
        }

        @Override
        public void initialize() {
            // It is open.
        }
    }
}
