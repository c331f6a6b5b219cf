package io.limber.localstack.demo;

import io.limber.localstack.Keys;
import io.limber.localstack.Port;
import io.limber.localstack.RunFile;
import io.limber.localstack.TokenCommand;
import java.util.UUID;

/**
 * Who takes part in one run. Tenant and people are new each time, so that any number of runs pass on the data of the ones before.
 *
 * @param tenant a new one
 * @param person can do everything
 * @param patient has pain radiating into a leg
 */
record Scene(
        String tenant,
        String person,
        String patient,
        String address,
        String hook,
        Api catalog,
        Api routine,
        Api reminder,
        Sinks sinks,
        String bootstrapServers) {

    static final String ZONE = "Europe/Berlin";

    static Scene of(RunFile run, Keys keys) {
        var word = UUID.randomUUID().toString().substring(0, 8);
        var tenant = "demo-" + word;
        var token = TokenCommand.mint(keys, tenant, "demo", TokenCommand.ALL_SCOPES, "1h");
        return new Scene(
                tenant,
                "ada-" + word,
                "carl-" + word,
                "ada-" + word + "@example.com",
                word,
                new Api(url(run, Port.CATALOG), token),
                new Api(url(run, Port.ROUTINE), token),
                new Api(url(run, Port.REMINDER), token),
                new Sinks(url(run, Port.SINK)),
                "127.0.0.1:" + run.port(Port.KAFKA));
    }

    private static String url(RunFile run, Port port) {
        return "http://127.0.0.1:" + run.port(port);
    }
}
