package io.limber.journeys.chaos;

import io.limber.localstack.KafkaBroker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Kafka broker that is a process of its own, so that it can be killed. Ends with the process that started it. */
final class BrokerMain {
    private BrokerMain() {}

    /** Arguments: data directory, port, controller's port, file to make when it is ready. */
    public static void main(String[] words) throws IOException {
        KafkaBroker broker =
                KafkaBroker.start(Path.of(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::stop));
        Files.createFile(Path.of(words[3]));
        // The other end of this pipe closes when the campaign ends, however it ends.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }
}
