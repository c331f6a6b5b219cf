package io.limber.testkit;

/** PostgreSQL and Kafka as the tests of one JVM share them. */
interface HostedStack extends AutoCloseable {

    /** Administrator's JDBC URL of {@code database}. */
    String adminUrl(String database);

    /** JDBC URL of {@code database} without a user. */
    String jdbcUrl(String database);

    String bootstrapServers();

    void restartPostgres();

    void stopKafka();

    void startKafka();

    @Override
    void close();
}
