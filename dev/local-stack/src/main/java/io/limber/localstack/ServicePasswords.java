package io.limber.localstack;

/** Passwords of a service's three database roles. */
public record ServicePasswords(String owner, String app, String loop) {

    /** The same word for all three: tests and throw-away stacks only. */
    public static ServicePasswords same(String password) {
        return new ServicePasswords(password, password, password);
    }

    @Override
    public String toString() {
        return "ServicePasswords[***]";
    }
}
