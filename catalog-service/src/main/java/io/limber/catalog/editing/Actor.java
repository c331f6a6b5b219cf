package io.limber.catalog.editing;

/**
 * Who does something: the subject of the token, which is a person's or a program's id at the platform.
 *
 * @param name at most 200 characters
 */
public record Actor(String name) {
    private static final int LONGEST = 200;

    public Actor {
        if (name.length() > LONGEST) {
            name = name.substring(0, LONGEST);
        }
    }
}
