package io.limber.reminder.webhook;

import io.limber.kit.problem.ProblemCode;

/** Mistakes around webhook endpoints. */
enum WebhookProblem implements ProblemCode {
    TOO_MANY_SECRETS("too-many-secrets", 409, "The endpoint has as many valid secrets as it may have.");

    private final String code;
    private final int status;
    private final String title;

    WebhookProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
