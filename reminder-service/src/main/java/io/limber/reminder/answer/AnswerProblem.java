package io.limber.reminder.answer;

import io.limber.kit.problem.ProblemCode;

/** Mistakes around answers. */
enum AnswerProblem implements ProblemCode {
    ALREADY_ANSWERED("already-answered", 409, "The reminder has another answer already.");

    private final String code;
    private final int status;
    private final String title;

    AnswerProblem(String code, int status, String title) {
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
