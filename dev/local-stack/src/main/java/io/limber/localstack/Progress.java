package io.limber.localstack;

/** Where lines about what is going on are said. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = line -> {};

    void say(String line);
}
