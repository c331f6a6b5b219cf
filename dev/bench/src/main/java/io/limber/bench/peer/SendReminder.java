package io.limber.bench.peer;

import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/** A job of JobRunr, which keeps it as JSON. */
public record SendReminder(String planId, String shown) implements JobRequest {

    @Override
    public Class<Handler> getJobRequestHandler() {
        return Handler.class;
    }

    /** Sends it. */
    public static final class Handler implements JobRequestHandler<SendReminder> {

        private final Sender sender;

        Handler(Sender sender) {
            this.sender = sender;
        }

        @Override
        public void run(SendReminder reminder) {
            sender.sendAndWait(reminder.planId(), reminder.shown());
        }
    }
}
