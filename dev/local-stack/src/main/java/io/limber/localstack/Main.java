package io.limber.localstack;

import io.limber.localstack.demo.DemoCommand;
import java.util.Arrays;
import java.util.List;

/** What {@code ./limber} calls once everything is built. */
public final class Main {

    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        System.exit(run(words));
    }

    private static int run(String[] words) throws InterruptedException {
        var command = words.length == 0 ? "help" : words[0];
        List<String> rest = Arrays.asList(words).subList(Math.min(1, words.length), words.length);
        var home = Home.fromSystem();
        try {
            return switch (command) {
                case "up" -> {
                    Logging.toFile(home.logs().resolve("launcher.log"));
                    yield new Up(home, System.out::println).run(rest);
                }
                case "demo" -> {
                    Logging.toFile(home.logs().resolve("launcher.log"));
                    yield new DemoCommand(home).run(rest);
                }
                case "token" -> TokenCommand.run(home, rest);
                case "status" -> StatusCommand.run(home);
                default -> {
                    System.err.println("Unknown command: " + command + ". See ./limber help.");
                    yield 2;
                }
            };
        } catch (StackException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
