package io.limber.testkit;

import io.limber.localstack.KafkaBroker;
import io.limber.localstack.PostgresConfig;
import io.limber.localstack.PostgresServer;

/** Both servers from Maven artifacts, on temporary data. */
final class EmbeddedStack implements HostedStack {

    private final PostgresServer postgres = PostgresServer.start(PostgresConfig.temporary());
    private final KafkaBroker kafka = KafkaBroker.startTemporary();

    @Override
    public String adminUrl(String database) {
        return postgres.adminUrl(database);
    }

    @Override
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void restartPostgres() {
        postgres.restart();
    }

    @Override
    public void stopKafka() {
        kafka.stop();
    }

    @Override
    public void startKafka() {
        kafka.start();
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
