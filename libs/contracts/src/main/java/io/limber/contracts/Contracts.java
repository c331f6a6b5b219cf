package io.limber.contracts;

/** Where the machine-readable contracts lie on the class path. */
public final class Contracts {
    /** AsyncAPI 3.0 description of all topics. */
    public static final String ASYNC_API = "/io/limber/contracts/asyncapi.yaml";

    /** Names of the golden samples that every event type has at least. */
    public static final String MINIMAL = "minimal";

    /** @see #MINIMAL */
    public static final String FULL = "full";

    private Contracts() {}

    /** The JSON Schema (2020-12) of an event type's data; {@code type} is a constant of {@link EventTypes}. */
    public static String schema(String type) {
        return "/io/limber/contracts/schemas/" + type + ".json";
    }

    /** A golden sample of an event type's data, for the tests of its producer and of every consumer. */
    public static String sample(String type, String name) {
        return "/io/limber/contracts/samples/" + type + "/" + name + ".json";
    }
}
