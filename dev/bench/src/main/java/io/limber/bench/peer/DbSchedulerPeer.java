package io.limber.bench.peer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;

/** db-scheduler: a one-time task for each reminder, lock-and-fetch as its documentation advises for high throughput. */
final class DbSchedulerPeer implements Peer {

    private static final String TASK = "reminder";

    private final Tools tools;
    private final Scheduler scheduler;
    private boolean started;

    DbSchedulerPeer(Tools tools) {
        this.tools = tools;
        var task = Tasks.oneTime(TASK, String.class)
                .execute((instance, context) -> tools.sender().sendAndWait(instance.getId(), instance.getData()));
        this.scheduler = Scheduler.create(tools.database().pool(), task)
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(100))
                .pollUsingLockAndFetch(1.0, 4.0)
                .build();
    }

    @Override
    public void createTables() throws SQLException {
        tools.database().executeScript(getClass(), "db-scheduler.sql");
    }

    @Override
    public void plan(int first, int count) {
        var due = tools.clock().instant();
        scheduler.scheduleBatch(
                IntStream.range(first, first + count)
                        .mapToObj(number -> new TaskInstance<>(TASK, Sender.planId(number), Sender.shown())),
                due);
    }

    @Override
    public void work() {
        if (started) {
            scheduler.resume();
        } else {
            scheduler.start();
            started = true;
        }
    }

    @Override
    public void rest() {
        scheduler.pause();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
