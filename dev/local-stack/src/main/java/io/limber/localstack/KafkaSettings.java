package io.limber.localstack;

import java.nio.file.Path;
import java.util.Properties;

/** Broker settings of a single node that is both broker and controller, sized for a developer's machine. */
final class KafkaSettings {

    static final String CONTROLLER = "CONTROLLER";

    private static final int NODE_ID = 1;

    private KafkaSettings() {}

    static Properties of(Path logDirectory, int port, int controllerPort) {
        var settings = new Properties();
        identity(settings, logDirectory, port, controllerPort);
        internalTopics(settings);
        speed(settings);
        memory(settings);
        return settings;
    }

    private static void identity(Properties settings, Path logDirectory, int port, int controllerPort) {
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE_ID));
        settings.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.setProperty("controller.listener.names", CONTROLLER);
        settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
        settings.setProperty("log.dirs", logDirectory.toString());
    }

    private static void internalTopics(Properties settings) {
        // Services create their topics; a typing error must not create one more.
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    }

    private static void speed(Properties settings) {
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("group.min.session.timeout.ms", "1000");
        // A producer that died with an open transaction holds back read_committed readers until this sweep.
        settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.setProperty("controller.quorum.election.backoff.max.ms", "100");
        settings.setProperty("controller.quorum.election.timeout.ms", "300");
        // A broker that comes back is refused until its former session has run out: keep that short.
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        settings.setProperty("controlled.shutdown.enable", "true");
    }

    private static void memory(Properties settings) {
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("num.replica.fetchers", "1");
        settings.setProperty("num.recovery.threads.per.data.dir", "2");
        settings.setProperty("background.threads", "2");
        settings.setProperty("log.cleaner.threads", "1");
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        settings.setProperty("log.cleaner.io.buffer.size", Integer.toString(256 << 10));
        settings.setProperty("log.index.size.max.bytes", Integer.toString(1 << 20));
        settings.setProperty("log.segment.bytes", Integer.toString(128 << 20));
        settings.setProperty("offsets.load.buffer.size", Integer.toString(1 << 20));
        settings.setProperty("transaction.state.log.load.buffer.size", Integer.toString(1 << 20));
        settings.setProperty("remote.log.manager.thread.pool.size", "1");
    }
}
